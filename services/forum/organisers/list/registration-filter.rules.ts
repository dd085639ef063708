import { foldWords } from '../../../shared/names/fold.rules.ts';
import type { ParticipantCategory, RegistrationStatus } from '../../registration/registration.rules.ts';

export const SEARCH_LENGTH = 100;
/** Fewer letters than this would find nearly everybody. */
export const LEAST_LETTERS = 2;

/** Which registrations of an edition are meant. What is null lets all of them pass; an empty list lets none. */
export interface RegistrationFilter {
  readonly status: readonly RegistrationStatus[] | null;
  readonly category: readonly ParticipantCategory[] | null;
  /** Citizenships, ISO 3166-1 alpha-2. */
  readonly country: readonly string[] | null;
  /** Beginnings of names, in any script. */
  readonly search: string | null;
  /** Open in `[registeredAfter, registeredBefore)`. */
  readonly registeredAfter: Date | null;
  readonly registeredBefore: Date | null;
}

/** What the conditions of a filter compare with, by condition; null where it is not asked for. Survives JSON. */
export interface FilterValues {
  readonly status: readonly RegistrationStatus[] | null;
  readonly category: readonly ParticipantCategory[] | null;
  readonly country: readonly string[] | null;
  /** The longest of `names`, which the fewest people have: an index answers it, the others are compared among those. */
  readonly rarestName: string | null;
  /** Patterns of which a folded name matches each. */
  readonly names: readonly string[] | null;
  readonly registeredAfter: string | null;
  readonly registeredBefore: string | null;
}

export type SearchProblem = 'search-too-short' | 'search-too-long';

/** What is wrong with the search of a filter, or null. A blank one is none. */
export function checkSearch(search: string | null): SearchProblem | null {
  if (search === null || search.trim() === '') return null;
  if (search.length > SEARCH_LENGTH) return 'search-too-long';
  const letters = foldWords(search).join('').length;
  return letters < LEAST_LETTERS ? 'search-too-short' : null;
}

/** The search of a filter is folded as names are. It has been checked. */
export function valuesOf(filter: RegistrationFilter): FilterValues {
  const names = foldWords(filter.search ?? '').map((word) => `% ${word}%`);
  const [rarestName] = names.toSorted((a, b) => b.length - a.length);
  return {
    status: filter.status,
    category: filter.category,
    country: filter.country?.map((code) => code.toUpperCase()) ?? null,
    rarestName: rarestName ?? null,
    names: rarestName === undefined ? null : names,
    registeredAfter: filter.registeredAfter?.toISOString() ?? null,
    registeredBefore: filter.registeredBefore?.toISOString() ?? null,
  };
}
