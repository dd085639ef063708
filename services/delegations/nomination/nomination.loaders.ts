import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import type { ClaimRefusalReason, DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

/** A nomination as the graph reads it. */
export interface NominationRow {
  readonly key: string;
  readonly id: string;
  readonly delegation_id: string;
  readonly edition_id: string;
  readonly person_id: string | null;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly category: QuotaCategory;
  readonly role: DelegationRole;
  readonly is_alternate: boolean;
  readonly status: NominationStatus;
  readonly nominated_at: Date | null;
  readonly replaces_id: string | null;
  readonly registration_id: string | null;
  readonly claim_refusal: ClaimRefusalReason | null;
  readonly refused_for_id: string | null;
  readonly version: number;
}

const COLUMNS = `id, delegation_id, edition_id, person_id, native_name, latin_name, category, role, is_alternate, status,
  nominated_at, replaces_id, registration_id, claim_refusal, refused_for_id, version`;

const NOMINATION_BY_ID = statement(
  'nomination_by_id',
  `select id as key, ${COLUMNS} from nomination where id = any($1::text[])`,
);
const HEAD_BY_DELEGATION = statement(
  'head_by_delegation',
  `select delegation_id as key, ${COLUMNS} from nomination
   where delegation_id = any($1::text[]) and role = 'HEAD'
     and status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED')`,
);

export interface NominationLoaders {
  readonly nominationById: DataLoader<string, NominationRow | null>;
  /** The active head of a delegation; null while none is named. */
  readonly headByDelegation: DataLoader<string, NominationRow | null>;
  /** A delegation's nominations in the order they were made. */
  readonly nominationsByDelegation: DataLoader<PageOf, Cut<NominationRow>, string>;
  readonly nominationsByPerson: DataLoader<PageOf, Cut<NominationRow>, string>;
}

export function nominationLoaders(read: Reader): NominationLoaders {
  const list = (owner: 'delegation_id' | 'person_id') =>
    pagedLoader<NominationRow>(read, {
      name: `nominations_by_${owner}`,
      columns: COLUMNS,
      table: 'nomination',
      owner,
      order: [{ column: 'id', type: 'text' }],
    });
  return {
    nominationById: keyedLoader<NominationRow>(read, NOMINATION_BY_ID),
    headByDelegation: keyedLoader<NominationRow>(read, HEAD_BY_DELEGATION),
    nominationsByDelegation: list('delegation_id'),
    nominationsByPerson: list('person_id'),
  };
}
