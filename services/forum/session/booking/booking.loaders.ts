import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import { ACTIVE, type BookingStatus, HOLDING } from './booking.rules.ts';

/** A booking as the graph reads it. */
export interface BookingRow {
  readonly key: string;
  readonly id: string;
  readonly session_id: string;
  readonly registration_id: string;
  readonly edition_id: string;
  readonly person_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly is_open_door: boolean;
  readonly status: BookingStatus;
  readonly booked_at: Date;
  readonly offer_expires_at: Date | null;
  readonly version: number;
}

const COLUMNS = `id, session_id, registration_id, edition_id, person_id, starts_at, ends_at, is_open_door, status, booked_at,
  offer_expires_at, version`;

const BOOKING_BY_ID = statement(
  'booking_by_id',
  `select id as key, ${COLUMNS} from booking where id = any($1::text[])`,
);
const BOOKINGS_BY_REGISTRATION = statement(
  'bookings_by_registration',
  `select * from (
     select distinct on (registration_id, session_id) registration_id as key, ${COLUMNS}
     from booking where registration_id = any($1::text[])
     order by registration_id, session_id, (status in (${listOf(ACTIVE)})) desc, booked_at desc, id desc
   ) as latest order by starts_at, id`,
);
const BOOKING_STANDING = statement(
  'booking_standing',
  `select mine.id as key,
     case when mine.status = 'WAITLISTED' then (
       select count(*)::integer from booking as queued
       where queued.session_id = mine.session_id and queued.status = 'WAITLISTED'
         and (queued.booked_at, queued.id) <= (mine.booked_at, mine.id)
     ) end as position,
     exists (
       select from booking as held
       where held.registration_id = mine.registration_id and held.id <> mine.id and held.status in (${listOf(HOLDING)})
         and not held.is_open_door and not mine.is_open_door
         and tstzrange(held.starts_at, held.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
     ) as has_overlap
   from booking as mine where mine.id = any($1::text[])`,
);

/** Where a booking stands among others. */
export interface BookingStanding {
  readonly key: string;
  /** Place in the session's queue, 1 first; null for one that is not waiting. */
  readonly position: number | null;
  /** Whether the person holds another seat at the same time. */
  readonly has_overlap: boolean;
}

export interface BookingLoaders {
  readonly bookingById: DataLoader<string, BookingRow | null>;
  /** The last booking of each session that a registration has booked, in the order of time. */
  readonly bookingsByRegistration: DataLoader<string, BookingRow[]>;
  readonly bookingStandingById: DataLoader<string, BookingStanding | null>;
}

export function bookingLoaders(read: Reader): BookingLoaders {
  return {
    bookingById: keyedLoader<BookingRow>(read, BOOKING_BY_ID),
    bookingsByRegistration: keyedListLoader<BookingRow>(read, BOOKINGS_BY_REGISTRATION),
    bookingStandingById: keyedLoader<BookingStanding>(read, BOOKING_STANDING),
  };
}

function listOf(statuses: readonly BookingStatus[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}
