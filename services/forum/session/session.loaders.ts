import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { SessionStatus } from './session.rules.ts';

/** A session as the graph reads it. */
export interface SessionRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly room: string;
  readonly room_id: string | null;
  /** Null where it is no room of the edition's list. */
  readonly room_name: Texts | null;
  readonly speakers: string[];
  readonly floor_languages: string[];
  readonly interpretation_languages: string[];
  readonly is_open_door: boolean;
  readonly status: SessionStatus;
  readonly version: number;
  /** Grows with every change that calendars must notice. */
  readonly calendar_sequence: number;
}

const COLUMNS = `id, edition_id, title, description, starts_at, ends_at, room, room_id,
  (select name from room where room.id = session.room_id) as room_name,
  floor_languages, interpretation_languages, speakers, is_open_door, status, version,
  calendar_sequence`;

const SESSION_BY_ID = statement(
  'session_by_id',
  `select id as key, ${COLUMNS} from session where id = any($1::text[])`,
);

export interface SessionLoaders {
  readonly sessionById: DataLoader<string, SessionRow | null>;
  /** An edition's programme as it was released last, in the order of time. */
  readonly sessionsByEdition: DataLoader<PageOf<SessionFilter>, Cut<SessionRow>, string>;
}

/** Narrows a programme; instants are those of the start, in `[from, until)`. */
export type SessionFilter = 'floorLanguage' | 'interpretationLanguage' | 'from' | 'until' | 'room';

/** A language or any of its variants: `en` finds `en-GB`. */
const speaks = (column: string) => (value: string) =>
  `exists (select from unnest(${column}) as tag where tag = ${value}::text or starts_with(tag, ${value}::text || '-'))`;

export function sessionLoaders(read: Reader): SessionLoaders {
  return {
    sessionById: keyedLoader<SessionRow>(read, SESSION_BY_ID),
    sessionsByEdition: pagedLoader<SessionRow, SessionFilter>(read, {
      name: 'sessions_by_edition',
      columns: COLUMNS,
      table: 'session',
      owner: 'edition_id',
      where: `status = 'SCHEDULED'`,
      filters: {
        floorLanguage: speaks('floor_languages'),
        interpretationLanguage: speaks('interpretation_languages'),
        from: (value) => `starts_at >= ${value}::timestamptz`,
        until: (value) => `starts_at < ${value}::timestamptz`,
        room: (value) => `(room_id = ${value}::text or room = ${value}::text or exists (
          select from room as named, jsonb_each_text(named.name) as text
          where named.id = session.room_id and text.value = ${value}::text))`,
      },
      order: [
        { column: 'starts_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
