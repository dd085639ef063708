import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';

/** Seats of an edition or session, counted in people. */
export interface AvailabilityRow {
  readonly key: string;
  readonly capacity: number;
  readonly waitlist_limit: number;
  readonly claimed: number;
  readonly offered: number;
  readonly waiting: number;
  readonly reserved: number;
  readonly free: number;
}

const AVAILABILITY_BY_ID = statement(
  'availability_by_id',
  'select id as key, capacity, waitlist_limit, claimed, offered, waiting, reserved, free from availability where id = any($1::text[])',
);

export interface AvailabilityLoaders {
  /** By ID of the edition or session; null where no capacity is set. */
  readonly availabilityById: DataLoader<string, AvailabilityRow | null>;
}

export function availabilityLoaders(read: Reader): AvailabilityLoaders {
  return { availabilityById: keyedLoader<AvailabilityRow>(read, AVAILABILITY_BY_ID) };
}
