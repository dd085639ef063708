import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import type { PortalLanguage } from '../../shared/text/localize.rules.ts';
import type { DelegationRow } from '../delegation/delegation.loaders.ts';
import {
  type DelegationRole,
  INACTIVE,
  type NominationStatus,
  type QuotaCategory,
} from '../nomination/nomination.rules.ts';
import { ABSENT } from './precedence.rules.ts';

/** A delegation that comes, and its place. */
export interface PlacedDelegationRow extends DelegationRow {
  readonly precedence: number | null;
}

/** A member of a delegation as its list tells of them. */
export interface ProtocolMemberRow {
  readonly key: string;
  readonly id: string;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly category: QuotaCategory;
  readonly role: DelegationRole;
  readonly is_alternate: boolean;
  readonly status: NominationStatus;
}

interface LanguageRow {
  readonly key: string;
  readonly language: PortalLanguage;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

const DELEGATIONS_WITH_PLACES = statement(
  'delegations_with_places',
  `select edition_id as key, id, edition_id, country_code, party_type, status, version, precedence from delegation
   where edition_id = any($1::text[]) and status not in (${quoted(ABSENT)})`,
);
const LANGUAGE_BY_EDITION = statement(
  'protocol_language_by_edition',
  'select edition_id as key, language from protocol_order where edition_id = any($1::text[])',
);
const MEMBERS_IN_ORDER = statement(
  'members_in_order',
  `select delegation_id as key, id, native_name, latin_name, category, role, is_alternate, status from nomination
   where delegation_id = any($1::text[]) and status not in (${quoted(INACTIVE)})
   order by delegation_id, protocol_rank, id`,
);

export interface ProtocolLoaders {
  /** All delegations that come to an edition, in no order. */
  readonly placedByEdition: DataLoader<string, PlacedDelegationRow[]>;
  readonly protocolLanguageByEdition: DataLoader<string, LanguageRow | null>;
  /** Everybody a delegation names now, in its order. */
  readonly membersByDelegation: DataLoader<string, ProtocolMemberRow[]>;
}

export function protocolLoaders(read: Reader): ProtocolLoaders {
  return {
    placedByEdition: keyedListLoader<PlacedDelegationRow>(read, DELEGATIONS_WITH_PLACES),
    protocolLanguageByEdition: keyedLoader<LanguageRow>(read, LANGUAGE_BY_EDITION),
    membersByDelegation: keyedListLoader<ProtocolMemberRow>(read, MEMBERS_IN_ORDER),
  };
}
