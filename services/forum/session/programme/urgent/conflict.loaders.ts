import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';

/** A booking of a session, and one of the same person's that it overlaps. */
export interface ConflictRow {
  readonly key: string;
  readonly booking_id: string;
  readonly conflicts_with_id: string;
}

const CONFLICTS_BY_SESSION = statement(
  'conflicts_by_session',
  `select booking.session_id as key, booking.id as booking_id, other.id as conflicts_with_id
   from booking
   join booking as other on other.registration_id = booking.registration_id and other.id <> booking.id
     and other.status in ('BOOKED', 'OFFERED') and not other.is_open_door
     and tstzrange(other.starts_at, other.ends_at) && tstzrange(booking.starts_at, booking.ends_at)
   where booking.session_id = any($1::text[]) and booking.status in ('BOOKED', 'OFFERED') and not booking.is_open_door
   order by booking.id, other.id`,
);

export interface ConflictLoaders {
  /** The bookings of a session that overlap others of the same people. */
  readonly conflictsBySession: DataLoader<string, ConflictRow[]>;
}

export function conflictLoaders(read: Reader): ConflictLoaders {
  return { conflictsBySession: keyedListLoader<ConflictRow>(read, CONFLICTS_BY_SESSION) };
}
