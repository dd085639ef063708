import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListFilter,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { NominationStatus } from '../nomination/nomination.rules.ts';
import type { CredentialsDecision, CredentialsItem } from './credentials.rules.ts';
import type { DelegationDecision } from './delegation/delegation-decision.rules.ts';

/** Credentials as the graph reads them. */
export interface CredentialsRow {
  readonly nomination_id: string;
  readonly edition_id: string;
  /** Of the nomination. */
  readonly status: NominationStatus;
  readonly met: readonly CredentialsItem[];
  readonly note: string | null;
  readonly waiting_since: Date | null;
  readonly owner_id: string | null;
  readonly taken_at: Date | null;
  readonly decision: CredentialsDecision | null;
  readonly decided_at: Date | null;
}

/** What was decided about a delegation as a whole, last. */
export interface DelegationCredentialsRow {
  readonly key: string;
  readonly decision: DelegationDecision;
  readonly note: string | null;
  readonly decided_at: Date;
}

const COLUMNS = `nomination_id, credentials.edition_id, nomination.status, met, note, waiting_since, owner_id, taken_at,
  decision, decided_at`;
const TABLE = 'credentials join nomination on nomination.id = nomination_id';

const CREDENTIALS_BY_NOMINATION = statement(
  'credentials_by_nomination',
  `select nomination_id as key, ${COLUMNS} from ${TABLE} where nomination_id = any($1::text[])`,
);
const CREDENTIALS_BY_DELEGATION = statement(
  'credentials_by_delegation',
  `select delegation_id as key, decision, note, decided_at from delegation_credentials
   where delegation_id = any($1::text[])`,
);

export type QueueFilterName = 'statuses' | 'ownerId' | 'isTaken' | 'delegationId';

const FILTERS: Readonly<Record<QueueFilterName, ListFilter>> = {
  statuses: (value) => `nomination.status = any(${value}::text[])`,
  ownerId: (value) => `owner_id = ${value}`,
  isTaken: (value) => `(owner_id is not null) = ${value}::boolean`,
  delegationId: (value) => `credentials.delegation_id = ${value}`,
};

const QUEUE: PagedList<QueueFilterName> = {
  name: 'credentials_queue',
  columns: COLUMNS,
  table: TABLE,
  owner: 'credentials.edition_id',
  where: 'waiting_since is not null',
  filters: FILTERS,
  order: [
    { column: 'waiting_since', type: 'timestamptz' },
    { column: 'nomination_id', type: 'text' },
  ],
};

export interface CredentialsLoaders {
  /** Null for a nomination that has not been confirmed yet. */
  readonly credentialsByNomination: DataLoader<string, (CredentialsRow & { readonly key: string }) | null>;
  /** What waits to be decided in an edition, the longest first. */
  readonly credentialsQueue: DataLoader<PageOf<QueueFilterName>, Cut<CredentialsRow>, string>;
  readonly credentialsQueueCount: DataLoader<ListOf<QueueFilterName>, number, string>;
  /** Null for a delegation about which nothing was decided yet. */
  readonly credentialsByDelegation: DataLoader<string, DelegationCredentialsRow | null>;
}

export function credentialsLoaders(read: Reader): CredentialsLoaders {
  return {
    credentialsByNomination: keyedLoader<CredentialsRow & { readonly key: string }>(read, CREDENTIALS_BY_NOMINATION),
    credentialsQueue: pagedLoader<CredentialsRow, QueueFilterName>(read, QUEUE),
    credentialsQueueCount: countLoader<QueueFilterName>(read, QUEUE),
    credentialsByDelegation: keyedLoader<DelegationCredentialsRow>(read, CREDENTIALS_BY_DELEGATION),
  };
}
