import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { BookingStatus } from '../booking/booking.rules.ts';

/** A subscription as it is read; the hash opens nothing by itself. */
export interface CalendarSubscriptionRow {
  readonly key: string;
  readonly edition_id: string;
  readonly person_id: string;
  readonly token_hash: string;
  readonly locale: string;
  readonly made_at: Date;
}

/** The last booking of a session, as its participant's calendar shows it. */
export interface CalendarBookingRow {
  readonly key: string;
  readonly session_id: string;
  readonly status: BookingStatus;
  readonly offer_expires_at: Date | null;
  /** Changes of all bookings of the session, earlier ones too. */
  readonly changes: number;
}

const SUBSCRIPTION_BY_REGISTRATION = statement(
  'calendar_subscription_by_registration',
  `select registration_id as key, edition_id, calendar_subscription.person_id, token_hash, locale, made_at
   from calendar_subscription join registration on registration.id = registration_id
     and registration.person_id = calendar_subscription.person_id
   where registration_id = any($1::text[])`,
);
const CALENDAR_BOOKINGS = statement(
  'calendar_bookings',
  `select distinct on (registration_id, session_id) registration_id as key, session_id, status, offer_expires_at,
     sum(version) over (partition by registration_id, session_id)::integer as changes
   from booking where registration_id = any($1::text[])
   order by registration_id, session_id,
     (status in ('BOOKED', 'WAITLISTED', 'OFFERED', 'ATTENDED', 'NO_SHOW')) desc, booked_at desc, id desc`,
);

export interface CalendarLoaders {
  /** Null where there is none that the registered person made. */
  readonly calendarSubscriptionByRegistration: DataLoader<string, CalendarSubscriptionRow | null>;
  readonly calendarBookingsByRegistration: DataLoader<string, CalendarBookingRow[]>;
}

export function calendarLoaders(read: Reader): CalendarLoaders {
  return {
    calendarSubscriptionByRegistration: keyedLoader<CalendarSubscriptionRow>(read, SUBSCRIPTION_BY_REGISTRATION),
    calendarBookingsByRegistration: keyedListLoader<CalendarBookingRow>(read, CALENDAR_BOOKINGS),
  };
}
