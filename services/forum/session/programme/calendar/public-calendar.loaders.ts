import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../../shared/database/statement.ts';
import type { CalendarSession } from '../../calendar/calendar.rules.ts';

/** A session as the public calendar of its edition shows it. */
export interface PublicCalendarRow extends CalendarSession {
  readonly key: string;
}

const CALENDAR_BY_EDITION = statement(
  'calendar_by_edition',
  `select session.edition_id as key, session.id, title, description, room, room.name as room_name, starts_at, ends_at,
     status, calendar_sequence
   from session left join room on room.id = room_id
   where session.edition_id = any($1::text[]) order by starts_at, session.id`,
);

export interface PublicCalendarLoaders {
  /** All sessions that were ever released, in the order of time: cancelled ones too, so that calendars let go of them. */
  readonly calendarByEdition: DataLoader<string, PublicCalendarRow[]>;
}

export function publicCalendarLoaders(read: Reader): PublicCalendarLoaders {
  return { calendarByEdition: keyedListLoader<PublicCalendarRow>(read, CALENDAR_BY_EDITION) };
}
