import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { EditionStatus } from './edition.rules.ts';

/** An edition as the graph reads it. */
export interface EditionRow {
  readonly key: string;
  readonly id: string;
  readonly year: number;
  readonly title: Texts;
  readonly host_country: string;
  readonly city: Texts;
  readonly time_zone: string;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly registration_opens_at: Date | null;
  readonly registration_closes_at: Date | null;
  readonly seat_offer_hours: number;
  readonly status: EditionStatus;
  readonly is_demo: boolean;
  readonly version: number;
}

const COLUMNS = `id, year, title, host_country, city, time_zone, starts_at, ends_at, registration_opens_at,
  registration_closes_at, seat_offer_hours, status, is_demo, version`;

/** Drafts are not public. */
const IS_PUBLIC = `status <> 'DRAFT'`;

const EDITION_BY_ID = statement(
  'edition_by_id',
  `select id as key, ${COLUMNS} from edition where id = any($1::text[]) and ${IS_PUBLIC}`,
);
const EDITION_BY_YEAR = statement(
  'edition_by_year',
  `select year::text as key, ${COLUMNS} from edition where year = any($1::text[]::integer[]) and ${IS_PUBLIC}`,
);

export interface EditionLoaders {
  readonly editionById: DataLoader<string, EditionRow | null>;
  /** By year in digits. */
  readonly editionByYear: DataLoader<string, EditionRow | null>;
  /** All editions, by year; the owner is the empty string. */
  readonly editions: DataLoader<PageOf, Cut<EditionRow>, string>;
}

export function editionLoaders(read: Reader): EditionLoaders {
  return {
    editionById: keyedLoader<EditionRow>(read, EDITION_BY_ID),
    editionByYear: keyedLoader<EditionRow>(read, EDITION_BY_YEAR),
    editions: pagedLoader<EditionRow>(read, {
      name: 'editions',
      columns: COLUMNS,
      table: 'edition',
      owner: null,
      where: IS_PUBLIC,
      order: [
        { column: 'year', type: 'integer' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
