import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { QuotaCategory } from '../nomination/nomination.rules.ts';
import type { DelegationStatus, PartyType } from './delegation.rules.ts';

/** A delegation as the graph reads it. */
export interface DelegationRow {
  readonly key: string;
  readonly id: string;
  readonly edition_id: string;
  readonly country_code: string;
  readonly party_type: PartyType;
  readonly status: DelegationStatus;
  readonly version: number;
}

export interface QuotaRow {
  readonly key: string;
  readonly category: QuotaCategory;
  readonly allocated: number;
  readonly used: number;
}

const COLUMNS = 'id, edition_id, country_code, party_type, status, version';

const DELEGATION_BY_ID = statement(
  'delegation_by_id',
  `select id as key, ${COLUMNS} from delegation where id = any($1::text[])`,
);
const QUOTAS_BY_DELEGATION = statement(
  'quotas_by_delegation',
  `select delegation_id as key, category, allocated, used from quota
   where delegation_id = any($1::text[]) order by delegation_id, category`,
);

export interface DelegationLoaders {
  readonly delegationById: DataLoader<string, DelegationRow | null>;
  /** An edition's delegations, by country code. */
  readonly delegationsByEdition: DataLoader<PageOf, Cut<DelegationRow>, string>;
  /** A country's delegations to all editions. */
  readonly delegationsByCountry: DataLoader<PageOf, Cut<DelegationRow>, string>;
  readonly quotasByDelegation: DataLoader<string, QuotaRow[]>;
}

export function delegationLoaders(read: Reader): DelegationLoaders {
  return {
    delegationById: keyedLoader<DelegationRow>(read, DELEGATION_BY_ID),
    delegationsByEdition: pagedLoader<DelegationRow>(read, {
      name: 'delegations_by_edition',
      columns: COLUMNS,
      table: 'delegation',
      owner: 'edition_id',
      order: [
        { column: 'country_code', type: 'text' },
        { column: 'id', type: 'text' },
      ],
    }),
    delegationsByCountry: pagedLoader<DelegationRow>(read, {
      name: 'delegations_by_country',
      columns: COLUMNS,
      table: 'delegation',
      owner: 'country_code',
      order: [{ column: 'id', type: 'text' }],
    }),
    quotasByDelegation: keyedListLoader<QuotaRow>(read, QUOTAS_BY_DELEGATION),
  };
}
