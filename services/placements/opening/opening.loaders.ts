import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../shared/database/paged-list.ts';
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

export const OPENING_COLUMNS = `id, programme_id, host_organisation_id, title, sector, country_code, city, starts_on, ends_on,
  application_deadline, status, is_demo, version`;

/** What is not published yet is not public. Word for word the condition of the indexes. */
export const IS_PUBLIC = `status not in ('DRAFT', 'IN_REVIEW')`;

export const BY_DEADLINE: PagedList['order'] = [
  { column: 'application_deadline', type: 'timestamptz' },
  { column: 'id', type: 'text' },
];

const OPENING_BY_ID = statement(
  'opening_by_id',
  `select id as key, ${OPENING_COLUMNS} from opening where id = any($1::text[]) and ${IS_PUBLIC}`,
);

const OPENINGS_IN_COUNTRY: PagedList = {
  name: 'openings_by_country',
  columns: OPENING_COLUMNS,
  table: 'opening',
  owner: 'country_code',
  where: IS_PUBLIC,
  order: BY_DEADLINE,
};

/** All of them hold public openings only. */
export interface OpeningLoaders {
  readonly openingById: DataLoader<string, OpeningRow | null>;
  /** Openings in a country, by application deadline; the owner is an ISO 3166-1 alpha-2 code. */
  readonly openingsByCountry: DataLoader<PageOf, Cut<OpeningRow>, string>;
  readonly openingCountByCountry: DataLoader<ListOf, number, string>;
}

export function openingLoaders(read: Reader): OpeningLoaders {
  return {
    openingById: keyedLoader<OpeningRow>(read, OPENING_BY_ID),
    openingsByCountry: pagedLoader<OpeningRow>(read, OPENINGS_IN_COUNTRY),
    openingCountByCountry: countLoader(read, OPENINGS_IN_COUNTRY),
  };
}
