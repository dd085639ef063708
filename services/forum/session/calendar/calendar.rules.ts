import { localize, type Texts } from '../../../shared/text/localize.rules.ts';
import { BookingStatus } from '../booking/booking.rules.ts';
import { SessionStatus } from '../session.rules.ts';

/** An event as calendars know it. */
export interface CalendarEvent {
  /** The same for a session whatever happens to it, so that calendars follow. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly location: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: CalendarStatus;
}

export type CalendarStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** A session as far as calendars show it. */
export interface CalendarSession {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly room: string;
  /** Null where it is no room of the edition's list. */
  readonly room_name: Texts | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: SessionStatus;
  readonly calendar_sequence: number;
}

/** What somebody's own calendar says of a session beside what anybody's does. */
export interface OwnEntry {
  readonly status: CalendarStatus;
  /** Changes of their booking. */
  readonly changes: number;
  /** Said before the description. */
  readonly remark: string | null;
}

const ANYBODYS: OwnEntry = { status: 'CONFIRMED', changes: 0, remark: null };

/** A session as an event, in the best language there is for a locale. Cancelled stays cancelled, whoever booked it. */
export function calendarEvent(session: CalendarSession, locale: string, own: OwnEntry = ANYBODYS): CalendarEvent {
  const texts = [own.remark, localize(session.description, locale)?.text].filter((text) => text != null);
  return {
    uid: session.id,
    sequence: session.calendar_sequence + own.changes,
    title: localize(session.title, locale)?.text ?? '',
    description: texts.length > 0 ? texts.join('\n\n') : null,
    location: localize(session.room_name ?? {}, locale)?.text ?? session.room,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    status: session.status === SessionStatus.CANCELLED ? 'CANCELLED' : own.status,
  };
}

/** What a booking is in its participant's calendar; null for one that waits and may come to nothing. */
export function calendarStatus(status: BookingStatus): CalendarStatus | null {
  switch (status) {
    case BookingStatus.BOOKED:
    case BookingStatus.ATTENDED:
    case BookingStatus.NO_SHOW:
      return 'CONFIRMED';
    case BookingStatus.OFFERED:
      return 'TENTATIVE';
    case BookingStatus.WAITLISTED:
      return null;
    case BookingStatus.CANCELLED:
    case BookingStatus.SESSION_CANCELLED:
    case BookingStatus.OFFER_EXPIRED:
    case BookingStatus.OFFER_DECLINED:
      return 'CANCELLED';
  }
}
