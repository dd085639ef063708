import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';

/** A session as the graph reads it. */
export interface SessionRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly title: Texts;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly room: string;
  readonly floor_languages: string[];
  readonly interpretation_languages: string[];
}

const COLUMNS = 'id, edition_id, title, starts_at, ends_at, room, floor_languages, interpretation_languages';

const SESSION_BY_ID = statement(
  'session_by_id',
  `select id as key, ${COLUMNS} from session where id = any($1::text[])`,
);

export interface SessionLoaders {
  readonly sessionById: DataLoader<string, SessionRow | null>;
  /** An edition's programme, in the order of time. */
  readonly sessionsByEdition: DataLoader<PageOf, Cut<SessionRow>, string>;
}

export function sessionLoaders(read: Reader): SessionLoaders {
  return {
    sessionById: keyedLoader<SessionRow>(read, SESSION_BY_ID),
    sessionsByEdition: pagedLoader<SessionRow>(read, {
      name: 'sessions_by_edition',
      columns: COLUMNS,
      table: 'session',
      owner: 'edition_id',
      order: [
        { column: 'starts_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
