import type { PersonName } from '../../../shared/names/name.rules.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import type { DelegationStatus, PartyType } from '../../delegation/delegation.rules.ts';
import type { DelegationRole, NominationStatus, QuotaCategory } from '../../nomination/nomination.rules.ts';

export interface ListedMember {
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly category: QuotaCategory;
  readonly role: DelegationRole;
  readonly is_alternate: boolean;
  readonly status: NominationStatus;
}

export interface ListedDelegation {
  readonly country_code: string;
  readonly party_type: PartyType;
  readonly status: DelegationStatus;
  /** In their order. */
  readonly members: readonly ListedMember[];
}

/** All that a list of delegations says. */
export interface PrintedList {
  readonly language: PortalLanguage;
  readonly year: number;
  readonly timeZone: string;
  readonly asOf: Date;
  /** In their order of precedence. */
  readonly delegations: readonly ListedDelegation[];
}
