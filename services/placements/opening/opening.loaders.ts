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
import type { RequiredClearance } from '../clearance/clearance.rules.ts';
import type { HostSight } from '../host-organisation/host-organisation.rules.ts';
import { type OpeningStatus, type Sector, UNDECIDED } from './opening.rules.ts';
import type { Entitlement, Requirements } from './terms.rules.ts';

/** An opening as the graph reads it. */
export interface OpeningRow {
  readonly key: string;
  readonly id: string;
  readonly programme_id: string;
  readonly host_organisation_id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly tasks: Texts;
  readonly sector: Sector;
  readonly country_code: string;
  readonly city: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly time_zone: string;
  readonly application_deadline: Date;
  readonly requirements: Requirements;
  readonly entitlements: readonly Entitlement[];
  readonly clearances: readonly RequiredClearance[];
  readonly terms_version: number;
  readonly published_at: Date | null;
  readonly closed_at: Date | null;
  readonly return_reason: string | null;
  readonly status: OpeningStatus;
  readonly is_demo: boolean;
  readonly version: number;
}

/** The columns of a table `opening` that make an `OpeningRow`, its key left out. */
export const OPENING_COLUMNS = `id, programme_id, host_organisation_id, title, description, tasks, sector, country_code, city,
  starts_on, ends_on, time_zone, application_deadline, requirements, entitlements, clearances, terms_version,
  published_at, closed_at, return_reason, status, is_demo, version`;

/** What is not published yet is not public. Word for word the condition of the indexes. */
export const OPENING_IS_PUBLIC = `status not in ('DRAFT', 'IN_REVIEW')`;

export const BY_DEADLINE: PagedList['order'] = [
  { column: 'application_deadline', type: 'timestamptz' },
  { column: 'id', type: 'text' },
];

const OPENING_BY_ID = statement(
  'opening_by_id',
  `select id as key, ${OPENING_COLUMNS} from opening where id = any($1::text[])
     and (${OPENING_IS_PUBLIC} or $2::boolean or host_organisation_id = any($3::text[]))`,
);

const POSITIONS_BY_OPENING = statement(
  'positions_by_opening',
  'select opening_id as key, total, offered, filled, free from opening_positions where opening_id = any($1::text[])',
);

/** An opening's positions, as the database counts them. */
export interface PositionsRow {
  readonly key: string;
  readonly total: number;
  readonly offered: number;
  readonly filled: number;
  readonly free: number;
}

export type HostOpeningsFilter = 'published' | 'statuses';

const OPENINGS_IN_COUNTRY: PagedList = {
  name: 'openings_by_country',
  columns: OPENING_COLUMNS,
  table: 'opening',
  owner: 'country_code',
  where: `${OPENING_IS_PUBLIC} and status in (${UNDECIDED.map((status) => `'${status}'`).join(', ')})`,
  order: BY_DEADLINE,
};

/** Lists hold public openings only, except that of a host for those who see its drafts. */
export interface OpeningLoaders {
  /** Drafts too, for those who see them. */
  readonly openingById: DataLoader<string, OpeningRow | null>;
  /** Openings in a country that are not decided yet, by application deadline; the owner is an ISO 3166-1 alpha-2 code. */
  readonly openingsByCountry: DataLoader<PageOf, Cut<OpeningRow>, string>;
  readonly openingCountByCountry: DataLoader<ListOf, number, string>;
  /** A host's openings, by application deadline. `published` leaves drafts out. */
  readonly openingsByHost: DataLoader<PageOf<HostOpeningsFilter>, Cut<OpeningRow>, string>;
  readonly positionsByOpening: DataLoader<string, PositionsRow | null>;
}

export function openingLoaders(read: Reader, { all, hostIds }: HostSight): OpeningLoaders {
  return {
    openingById: keyedLoader<OpeningRow>(read, OPENING_BY_ID, all, hostIds),
    openingsByCountry: pagedLoader<OpeningRow>(read, OPENINGS_IN_COUNTRY),
    openingCountByCountry: countLoader(read, OPENINGS_IN_COUNTRY),
    openingsByHost: pagedLoader<OpeningRow, HostOpeningsFilter>(read, {
      name: 'openings_by_host',
      columns: OPENING_COLUMNS,
      table: 'opening',
      owner: 'host_organisation_id',
      filters: {
        published: (value) => `(${OPENING_IS_PUBLIC} or not ${value}::boolean)`,
        statuses: (value) => `status = any(${value}::text[])`,
      },
      order: BY_DEADLINE,
    }),
    positionsByOpening: keyedLoader<PositionsRow>(read, POSITIONS_BY_OPENING),
  };
}
