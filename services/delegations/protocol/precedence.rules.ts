import type { PortalLanguage } from '../../shared/text/localize.rules.ts';
import { countryName } from '../country/country-name.rules.ts';
import { DelegationStatus, PartyType } from '../delegation/delegation.rules.ts';

/** The working language of the Commonwealth: by its alphabet delegations stand where nobody has said otherwise. */
export const DEFAULT_LANGUAGE: PortalLanguage = 'ru';

/** Delegations that do not come stand in no order. */
export const ABSENT: readonly DelegationStatus[] = [
  DelegationStatus.DECLINED,
  DelegationStatus.REFUSED,
  DelegationStatus.WITHDRAWN,
];

/** A delegation as the order of precedence sees it. */
export interface PlacedDelegation {
  readonly id: string;
  readonly country_code: string;
  readonly party_type: PartyType;
  /** Its place as somebody has set it; null where it stands by the alphabet. */
  readonly precedence: number | null;
}

/** Those who follow one another whatever they are called; the host stands among the states. */
const GROUPS: Record<PartyType, number> = {
  [PartyType.HOST]: 0,
  [PartyType.MEMBER]: 0,
  [PartyType.ASSOCIATE]: 0,
  [PartyType.OBSERVER]: 1,
  [PartyType.ORGANISATION]: 2,
};

/**
 * Delegations in their order of precedence: those with a place by it, and the others after them, by the names of countries in
 * a language: members, associates and the host, then observers, then organisations.
 */
export function inPrecedence<Placed extends PlacedDelegation>(
  delegations: readonly Placed[],
  language: PortalLanguage,
): Placed[] {
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ country_code }: Placed) => countryName(country_code, language);
  return delegations.toSorted(
    (a, b) =>
      (a.precedence ?? Number.MAX_SAFE_INTEGER) - (b.precedence ?? Number.MAX_SAFE_INTEGER) ||
      GROUPS[a.party_type] - GROUPS[b.party_type] ||
      compare(nameOf(a), nameOf(b)) ||
      (a.id < b.id ? -1 : 1),
  );
}

export interface OrderViolation {
  /** Where in the list; null where it is about the list as such. */
  readonly index: number | null;
  readonly problem: 'unknown' | 'repeated' | 'missing';
  /** How many are missing. */
  readonly count?: number;
}

/** Everything that keeps a list from being an order of all there are, each once. */
export function checkOrder(given: readonly string[], all: readonly string[]): readonly OrderViolation[] {
  const violations: OrderViolation[] = given.flatMap((id, index): OrderViolation[] => {
    if (!all.includes(id)) return [{ index, problem: 'unknown' }];
    return given.indexOf(id) < index ? [{ index, problem: 'repeated' }] : [];
  });
  const count = all.filter((id) => !given.includes(id)).length;
  return count > 0 ? [...violations, { index: null, problem: 'missing', count }] : violations;
}
