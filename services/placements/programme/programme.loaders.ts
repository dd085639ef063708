import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ProgrammeFunding } from './programme.rules.ts';

/** A programme as the graph reads it. */
export interface ProgrammeRow {
  readonly key: string;
  readonly id: string;
  readonly name: Texts;
  readonly year: number;
  readonly funding: ProgrammeFunding;
  readonly host_countries: string[];
  readonly is_demo: boolean;
}

const COLUMNS = 'id, name, year, funding, host_countries, is_demo';

const PROGRAMME_BY_ID = statement(
  'programme_by_id',
  `select id as key, ${COLUMNS} from programme where id = any($1::text[])`,
);

export interface ProgrammeLoaders {
  readonly programmeById: DataLoader<string, ProgrammeRow | null>;
  /** All programmes, by year; the owner is the empty string. */
  readonly programmes: DataLoader<PageOf, Cut<ProgrammeRow>, string>;
}

export function programmeLoaders(read: Reader): ProgrammeLoaders {
  return {
    programmeById: keyedLoader<ProgrammeRow>(read, PROGRAMME_BY_ID),
    programmes: pagedLoader<ProgrammeRow>(read, {
      name: 'programmes',
      columns: COLUMNS,
      table: 'programme',
      owner: null,
      order: [
        { column: 'year', type: 'integer' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
