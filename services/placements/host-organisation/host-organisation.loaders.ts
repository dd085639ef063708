import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { HostAccreditationStatus } from './host-organisation.rules.ts';

/** A host organisation as the graph reads it. */
export interface HostOrganisationRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly country_code: string;
  readonly accreditation_status: HostAccreditationStatus;
  readonly accreditation_valid_until: string | null;
  readonly is_demo: boolean;
}

/** An organisation that is only being considered is not public. */
const IS_PUBLIC = `accreditation_status not in ('PROSPECT', 'UNDER_REVIEW')`;

const HOST_ORGANISATION_BY_ID = statement(
  'host_organisation_by_id',
  `select id as key, id, name, country_code, accreditation_status, accreditation_valid_until, is_demo
   from host_organisation where id = any($1::text[]) and ${IS_PUBLIC}`,
);

export interface HostOrganisationLoaders {
  readonly hostOrganisationById: DataLoader<string, HostOrganisationRow | null>;
}

export function hostOrganisationLoaders(read: Reader): HostOrganisationLoaders {
  return { hostOrganisationById: keyedLoader<HostOrganisationRow>(read, HOST_ORGANISATION_BY_ID) };
}
