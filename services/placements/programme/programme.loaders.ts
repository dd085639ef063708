import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ProgrammeFunding, ProgrammeStatus } from './programme.rules.ts';

/** A programme as the graph reads it. */
export interface ProgrammeRow {
  readonly key: string;
  readonly id: string;
  readonly name: Texts;
  readonly year: number;
  readonly funding: ProgrammeFunding;
  readonly host_countries: string[];
  readonly status: ProgrammeStatus;
  readonly currency: string | null;
  readonly budget_minor: number | null;
  readonly committed_minor: number;
  readonly is_demo: boolean;
  readonly version: number;
}

const COLUMNS = `id, name, year, funding, host_countries, status, currency, budget_minor, committed_minor, is_demo,
  version`;

/** A draft is there for those who run placements alone. */
const IS_PUBLIC = `status <> 'DRAFT'`;

const PROGRAMME_BY_ID = statement(
  'programme_by_id',
  `select id as key, ${COLUMNS} from programme where id = any($1::text[]) and (${IS_PUBLIC} or $2::boolean)`,
);

export interface ProgrammeLoaders {
  readonly programmeById: DataLoader<string, ProgrammeRow | null>;
  /** All programmes, by year; the owner is the empty string. */
  readonly programmes: DataLoader<PageOf, Cut<ProgrammeRow>, string>;
}

/** Programmes as a viewer may see them; `seesDrafts` for whoever runs placements. */
export function programmeLoaders(read: Reader, seesDrafts: boolean): ProgrammeLoaders {
  return {
    programmeById: keyedLoader<ProgrammeRow>(read, PROGRAMME_BY_ID, seesDrafts),
    programmes: pagedLoader<ProgrammeRow>(read, {
      name: seesDrafts ? 'programmes_with_drafts' : 'programmes',
      columns: COLUMNS,
      table: 'programme',
      owner: null,
      where: seesDrafts ? undefined : IS_PUBLIC,
      order: [
        { column: 'year', type: 'integer' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
