import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import { MAX_PASSED_OVER, type SeatOfferStatus } from './waiting-list.rules.ts';

/** An offer of a seat as the graph reads it. */
export interface SeatOfferRow {
  readonly key: string;
  readonly id: string;
  readonly group_id: string | null;
  readonly status: SeatOfferStatus;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly version: number;
}

/** Where somebody stands who waits. */
export interface QueuePlaceRow {
  readonly key: string;
  /** Counted in people, 1 first. */
  readonly position: number;
  /** People they wait together with, themself included. */
  readonly size: number;
  /** Seats of the edition that nobody holds. */
  readonly free: number;
  /** Whether a group ahead has been passed over often enough, so that free seats are kept for it. */
  readonly is_behind_held: boolean;
}

const SEAT_OFFER_BY_ID = statement(
  'seat_offer_by_id',
  'select id as key, id, group_id, status, made_at, expires_at, version from seat_offer where id = any($1::text[])',
);

/** Ranks the whole queue of each edition once, whatever the number of people asked for. `$2` is `MAX_PASSED_OVER`. */
const QUEUE_PLACE = statement(
  'queue_place',
  `with wanted as (select id, edition_id from registration where id = any($1::text[]) and status = 'WAITLISTED'),
     queue as (
       select registration.id, edition_id, priority_class, registered_at, queue_entry,
         count(*) over (partition by edition_id, queue_entry)::integer as size
       from registration
       where status = 'WAITLISTED' and edition_id in (select edition_id from wanted)
     ),
     placed as (
       select queue.id, size, free,
         row_number() over (
           partition by queue.edition_id order by priority_class, registered_at, queue_entry, queue.id
         )::integer as position,
         coalesce(
           bool_or(passed_over >= $2 and size <= capacity and size > free) over (
             partition by queue.edition_id order by priority_class, registered_at, queue_entry
             groups between unbounded preceding and 1 preceding
           ),
           false
         ) as is_behind_held
       from queue
       join availability on availability.id = queue.edition_id
       left join registration_group on registration_group.id = queue_entry
     )
   select id as key, position, size, free, is_behind_held from placed where id in (select id from wanted)`,
);

export interface WaitingListLoaders {
  readonly seatOfferById: DataLoader<string, SeatOfferRow | null>;
  /** By ID of the registration; null for one that does not wait. */
  readonly queuePlaceById: DataLoader<string, QueuePlaceRow | null>;
}

export function waitingListLoaders(read: Reader): WaitingListLoaders {
  return {
    seatOfferById: keyedLoader<SeatOfferRow>(read, SEAT_OFFER_BY_ID),
    queuePlaceById: keyedLoader<QueuePlaceRow>(read, QUEUE_PLACE, MAX_PASSED_OVER),
  };
}
