import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
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
import type { NetworkSector } from '../sector/sector.rules.ts';
import type { OrganisationStatus } from './organisation.rules.ts';

/** An organisation with its region and representatives, as the graph reads it. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: Texts;
  readonly folded_name: string;
  readonly region_code: string;
  readonly region_name: Texts;
  readonly sector: NetworkSector;
  readonly web_address: string | null;
  readonly status: OrganisationStatus;
  readonly submitted_at: Date;
  readonly decision_reason: string | null;
  readonly is_demo: boolean;
  readonly version: number;
  /** Who acts for it at this moment. */
  readonly representative_ids: string[];
}

export type OrganisationFilter = 'status' | 'region' | 'sector' | 'search';

const COLUMNS = `organisation.id, organisation.name, folded_name, region_code, region.name as region_name, sector,
  web_address, status, submitted_at, decision_reason, is_demo, version,
  array(select person_id from organisation_representative as one
    where one.organisation_id = organisation.id and one.until is null order by one.since, one.id) as representative_ids`;
const ORGANISATIONS = 'organisation join region on region.code = region_code';

const ORGANISATION_BY_ID = statement(
  'organisation_by_id',
  `select organisation.id as key, ${COLUMNS} from ${ORGANISATIONS} where organisation.id = any($1::text[])`,
);
const ORGANISATIONS_OF_REPRESENTATIVE = statement(
  'organisations_of_representative',
  `select mine.person_id as key, ${COLUMNS} from ${ORGANISATIONS}
   join organisation_representative as mine on mine.organisation_id = organisation.id and mine.until is null
   where mine.person_id = any($1::text[]) order by mine.since, mine.id`,
);
const ORGANISATION_LIST: PagedList<OrganisationFilter> = {
  name: 'organisations',
  columns: COLUMNS,
  table: ORGANISATIONS,
  owner: null,
  filters: {
    status: (value) => `status = any(${value}::text[])`,
    region: (value) => `region_code = ${value}`,
    sector: (value) => `sector = ${value}`,
    search: (value) => `folded_name like all(${value}::text[])`,
  },
  order: [
    { column: 'folded_name', type: 'text' },
    { column: 'id', type: 'text' },
  ],
};

export interface OrganisationLoaders {
  readonly organisationById: DataLoader<string, (OrganisationRow & { readonly key: string }) | null>;
  /** Those that a person acts for, by the ID of the person. */
  readonly organisationsOfRepresentative: DataLoader<string, (OrganisationRow & { readonly key: string })[]>;
  /** In the order of their names. */
  readonly organisations: DataLoader<PageOf<OrganisationFilter>, Cut<OrganisationRow>, string>;
  readonly organisationCount: DataLoader<ListOf<OrganisationFilter>, number, string>;
}

export function organisationLoaders(read: Reader): OrganisationLoaders {
  return {
    organisationById: keyedLoader<OrganisationRow & { readonly key: string }>(read, ORGANISATION_BY_ID),
    organisationsOfRepresentative: keyedListLoader<OrganisationRow & { readonly key: string }>(
      read,
      ORGANISATIONS_OF_REPRESENTATIVE,
    ),
    organisations: pagedLoader<OrganisationRow, OrganisationFilter>(read, ORGANISATION_LIST),
    organisationCount: countLoader(read, ORGANISATION_LIST),
  };
}
