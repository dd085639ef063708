import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { OfferStatus } from './offer.rules.ts';

/** An offer as the graph reads it. */
export interface OfferRow {
  readonly key: string;
  readonly id: string;
  readonly status: OfferStatus;
  readonly offered_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
}

const LATEST_OFFERS = statement(
  'latest_offers',
  `select asked.id as key, latest.*
   from unnest($1::text[]) as asked (id)
   cross join lateral (
     select id, status, offered_at, expires_at, ended_at from offer where application_id = asked.id
     order by offered_at desc, id desc limit 1
   ) as latest`,
);

export interface OfferLoaders {
  /** The latest offer on an application; null where none was made. */
  readonly offerByApplicationId: DataLoader<string, OfferRow | null>;
}

export function offerLoaders(read: Reader): OfferLoaders {
  return { offerByApplicationId: keyedLoader<OfferRow>(read, LATEST_OFFERS) };
}
