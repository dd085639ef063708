import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

/** The deadlines of an edition as the graph reads them; null where there is no such deadline. */
export interface EditionCalendarRow {
  readonly key: string;
  readonly year: number;
  readonly time_zone: string;
  readonly nomination_closes_at: Date | null;
  readonly confirmation_closes_at: Date | null;
  readonly substitution_closes_at: Date | null;
  readonly credentials_close_at: Date | null;
}

const CALENDAR_BY_EDITION = statement(
  'calendar_by_edition',
  `select edition_id as key, year, time_zone, nomination_closes_at, confirmation_closes_at, substitution_closes_at,
     credentials_close_at
   from edition_calendar where edition_id = any($1::text[])`,
);

export interface EditionCalendarLoaders {
  /** Null for an edition that delegations were not told of. */
  readonly calendarByEdition: DataLoader<string, EditionCalendarRow | null>;
}

export function editionCalendarLoaders(read: Reader): EditionCalendarLoaders {
  return { calendarByEdition: keyedLoader<EditionCalendarRow>(read, CALENDAR_BY_EDITION) };
}
