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
import type { HostAccreditationStatus, HostSight } from './host-organisation.rules.ts';

/** A host organisation as the graph reads it. */
export interface HostOrganisationRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly country_code: string;
  readonly time_zone: string;
  readonly accreditation_status: HostAccreditationStatus;
  readonly accredited_from: string | null;
  readonly accreditation_valid_until: string | null;
  readonly is_demo: boolean;
  readonly version: number;
}

const COLUMNS = `id, name, country_code, time_zone, accreditation_status, accredited_from, accreditation_valid_until,
  is_demo, version`;

/** An organisation that is only being considered is not public, nor is one that was never accredited. */
const IS_PUBLIC = `(accreditation_status not in ('PROSPECT', 'UNDER_REVIEW') and accreditation_valid_until is not null)`;

const HOST_ORGANISATION_BY_ID = statement(
  'host_organisation_by_id',
  `select id as key, ${COLUMNS} from host_organisation
   where id = any($1::text[]) and (${IS_PUBLIC} or $2::boolean or id = any($3::text[]))`,
);

export type HostFilter = 'seen' | 'countries' | 'standing';

const HOST_ORGANISATIONS: PagedList<HostFilter> = {
  name: 'host_organisations',
  columns: COLUMNS,
  table: 'host_organisation',
  owner: null,
  filters: {
    // Hosts whose officers ask; absent for those who see all.
    seen: (value) => `(${IS_PUBLIC} or id = any(${value}::text[]))`,
    countries: (value) => `country_code = any(${value}::text[])`,
    // The present instant, and the states asked for: one whose last day has passed has expired.
    standing: (value) => `case
        when accreditation_status = 'ACCREDITED'
          and accreditation_valid_until < ((${value}::text[])[1]::timestamptz at time zone time_zone)::date
        then 'EXPIRED' else accreditation_status
      end = any((${value}::text[])[2:])`,
  },
  order: [
    { column: 'name', type: 'text' },
    { column: 'id', type: 'text' },
  ],
};

/** All of them hold what the viewer may see. */
export interface HostOrganisationLoaders {
  readonly hostOrganisationById: DataLoader<string, HostOrganisationRow | null>;
  /** Host organisations, by name; the owner is the empty string. */
  readonly hostOrganisations: DataLoader<PageOf<HostFilter>, Cut<HostOrganisationRow>, string>;
  readonly hostOrganisationCount: DataLoader<ListOf<HostFilter>, number, string>;
}

export function hostOrganisationLoaders(read: Reader, { all, hostIds }: HostSight): HostOrganisationLoaders {
  return {
    hostOrganisationById: keyedLoader<HostOrganisationRow>(read, HOST_ORGANISATION_BY_ID, all, hostIds),
    hostOrganisations: pagedLoader<HostOrganisationRow, HostFilter>(read, HOST_ORGANISATIONS),
    hostOrganisationCount: countLoader<HostFilter>(read, HOST_ORGANISATIONS),
  };
}
