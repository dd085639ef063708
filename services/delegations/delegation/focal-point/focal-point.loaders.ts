import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { FocalPointStatus } from './focal-point.rules.ts';

/** A focal point as the graph reads it. */
export interface FocalPointRow {
  readonly key: string;
  readonly id: string;
  readonly person_id: string | null;
  readonly status: FocalPointStatus;
  readonly note_verbale_id: string | null;
  readonly since: Date;
  readonly designated_at: Date | null;
  readonly confirmed_at: Date | null;
  readonly until: Date | null;
}

const FOCAL_POINTS_BY_DELEGATION = statement(
  'focal_points_by_delegation',
  `select delegation_id as key, id, person_id, status, note_verbale_id, since, designated_at, confirmed_at, until
   from focal_point where delegation_id = any($1::text[]) order by delegation_id, since, id`,
);

export interface FocalPointLoaders {
  /** All a delegation has or had, the earliest first. */
  readonly focalPointsByDelegation: DataLoader<string, FocalPointRow[]>;
}

export function focalPointLoaders(read: Reader): FocalPointLoaders {
  return { focalPointsByDelegation: keyedListLoader<FocalPointRow>(read, FOCAL_POINTS_BY_DELEGATION) };
}
