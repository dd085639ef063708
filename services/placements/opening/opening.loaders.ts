import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PagedList, type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { OpeningStatus, Sector } from './opening.rules.ts';

/** An opening as the graph reads it. */
export interface OpeningRow {
  readonly key: string;
  readonly id: string;
  readonly programme_id: string;
  readonly host_organisation_id: string;
  readonly title: Texts;
  readonly sector: Sector;
  readonly country_code: string;
  readonly city: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly application_deadline: Date;
  readonly status: OpeningStatus;
  readonly is_demo: boolean;
  readonly version: number;
}

const COLUMNS = `id, programme_id, host_organisation_id, title, sector, country_code, city, starts_on, ends_on,
  application_deadline, status, is_demo, version`;

/** What is not published yet is not public. Word for word the condition of the indexes. */
const IS_PUBLIC = `status not in ('DRAFT', 'IN_REVIEW')`;

const BY_DEADLINE: PagedList['order'] = [
  { column: 'application_deadline', type: 'timestamptz' },
  { column: 'id', type: 'text' },
];

const OPENING_BY_ID = statement(
  'opening_by_id',
  `select id as key, ${COLUMNS} from opening where id = any($1::text[]) and ${IS_PUBLIC}`,
);

/** All of them hold public openings only. */
export interface OpeningLoaders {
  readonly openingById: DataLoader<string, OpeningRow | null>;
  /** All openings, by application deadline; the owner is the empty string. */
  readonly openings: DataLoader<PageOf, Cut<OpeningRow>, string>;
  /** Openings in a country, by application deadline; the owner is an ISO 3166-1 alpha-2 code. */
  readonly openingsByCountry: DataLoader<PageOf, Cut<OpeningRow>, string>;
}

export function openingLoaders(read: Reader): OpeningLoaders {
  return {
    openingById: keyedLoader<OpeningRow>(read, OPENING_BY_ID),
    openings: pagedLoader<OpeningRow>(read, {
      name: 'openings',
      columns: COLUMNS,
      table: 'opening',
      owner: null,
      where: IS_PUBLIC,
      order: BY_DEADLINE,
    }),
    openingsByCountry: pagedLoader<OpeningRow>(read, {
      name: 'openings_by_country',
      columns: COLUMNS,
      table: 'opening',
      owner: 'country_code',
      where: IS_PUBLIC,
      order: BY_DEADLINE,
    }),
  };
}
