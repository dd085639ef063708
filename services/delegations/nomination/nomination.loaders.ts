import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

/** A nomination as the graph reads it. */
export interface NominationRow {
  readonly key: string;
  readonly id: string;
  readonly person_id: string;
  readonly category: QuotaCategory;
  readonly role: DelegationRole;
  readonly status: NominationStatus;
  readonly version: number;
}

const HEAD_BY_DELEGATION = statement(
  'head_by_delegation',
  `select delegation_id as key, id, person_id, category, role, status, version from nomination
   where delegation_id = any($1::text[]) and role = 'HEAD'
     and status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`,
);

export interface NominationLoaders {
  /** The active head of a delegation; null while none is named. */
  readonly headByDelegation: DataLoader<string, NominationRow | null>;
}

export function nominationLoaders(read: Reader): NominationLoaders {
  return { headByDelegation: keyedLoader<NominationRow>(read, HEAD_BY_DELEGATION) };
}
