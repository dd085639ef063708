import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import { type CalendarEvent, type CalendarSession, type CalendarStatus, calendarEvent } from './calendar.rules.ts';

export interface CalendarOptions {
  /** What the calendar is called where people see it among theirs. */
  readonly name: string;
  /** IANA; events are hours of the day there. */
  readonly timeZone: string;
  readonly locale: string;
  readonly now: Date;
}

/** How often calendars should look again; not all of them heed it. */
const REFRESH_SECONDS = 15 * 60;

const statuses: Record<CalendarStatus, ICalEventStatus> = {
  CONFIRMED: ICalEventStatus.CONFIRMED,
  TENTATIVE: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/** A programme as anybody's calendar: iCalendar, RFC 5545. */
export function calendarOf(sessions: readonly CalendarSession[], options: CalendarOptions): string {
  const events = sessions.map((session) => calendarEvent(session, options.locale));
  return writeCalendar(events, options);
}

/**
 * Writes events as iCalendar, with the rules of the time zone beside them; where those of a zone are not known, as
 * instants in UTC, which every calendar can place.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  { name, timeZone, locale, now }: CalendarOptions,
): string {
  const rules = zoneRules(timeZone);
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'Erikti', product: 'Forum', language: locale.toUpperCase() },
    // Without a name, so that it is told of the events and stamps stay in UTC.
    timezone: { name: null, generator: () => rules },
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, sequence, title, description, location, startsAt, endsAt, status } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: instantOf(now),
      start: instantOf(startsAt).toZonedDateTimeISO(timeZone),
      end: instantOf(endsAt).toZonedDateTimeISO(timeZone),
      timezone: rules === null ? null : timeZone,
      summary: title,
      description,
      location,
      status: statuses[status],
    });
  }
  return calendar.toString();
}

const KNOWN_ZONES: ReadonlySet<string> = new Set([tzlib_get_timezones()].flat());

/** The VTIMEZONE of a zone; null for one whose rules are not known. */
function zoneRules(timeZone: string): string | null {
  if (!KNOWN_ZONES.has(timeZone)) return null;
  const [rules = null] = [tzlib_get_ical_block(timeZone)].flat();
  return rules;
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
