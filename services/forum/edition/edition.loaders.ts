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
  readonly modification_closes_at: Date | null;
  readonly nomination_closes_at: Date | null;
  readonly confirmation_closes_at: Date | null;
  readonly substitution_closes_at: Date | null;
  readonly credentials_close_at: Date | null;
  readonly seat_offer_hours: number;
  readonly sets_quotas_aside: boolean;
  readonly status: EditionStatus;
  readonly archived_at: Date | null;
  readonly is_demo: boolean;
  readonly version: number;
}

const COLUMNS = `id, year, title, host_country, city, time_zone, starts_at, ends_at, registration_opens_at,
  registration_closes_at, modification_closes_at, nomination_closes_at, confirmation_closes_at, substitution_closes_at,
  credentials_close_at, seat_offer_hours, sets_quotas_aside, status, archived_at, is_demo, version`;

/** Drafts are not public, nor are those that were cancelled before anybody heard of them. */
const IS_PUBLIC = `status <> 'DRAFT' and was_announced`;

const EDITION_BY_ID = statement(
  'edition_by_id',
  `select id as key, ${COLUMNS} from edition where id = any($1::text[]) and (${IS_PUBLIC} or $2::boolean)`,
);
const EDITION_BY_YEAR = statement(
  'edition_by_year',
  `select year::text as key, ${COLUMNS} from edition where year = any($1::text[]::integer[]) and (${IS_PUBLIC} or $2::boolean)`,
);

export interface EditionLoaders {
  readonly editionById: DataLoader<string, EditionRow | null>;
  /** By year in digits. */
  readonly editionByYear: DataLoader<string, EditionRow | null>;
  /** All editions, by year; the owner is the empty string. */
  readonly editions: DataLoader<PageOf<'status'>, Cut<EditionRow>, string>;
}

/** Editions as a viewer may see them; `seesDrafts` for whoever runs editions. */
export function editionLoaders(read: Reader, seesDrafts: boolean): EditionLoaders {
  return {
    editionById: keyedLoader<EditionRow>(read, EDITION_BY_ID, seesDrafts),
    editionByYear: keyedLoader<EditionRow>(read, EDITION_BY_YEAR, seesDrafts),
    editions: pagedLoader<EditionRow, 'status'>(read, {
      name: seesDrafts ? 'editions_with_drafts' : 'editions',
      columns: COLUMNS,
      table: 'edition',
      owner: null,
      where: seesDrafts ? undefined : IS_PUBLIC,
      filters: { status: (value) => `status = ${value}::text` },
      order: [
        { column: 'year', type: 'integer' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
