import { isKnownLanguage } from '../../../shared/text/given-texts.rules.ts';

export const SEARCH_LENGTH = 100;
const WORDS_LIMIT = 10;

/**
 * The words of a search, the longest first: it is found in the fewest openings, and the index is asked for it.
 *
 * Null for a search that is blank. One of signs alone has no words, and finds nothing.
 */
export function searchedWords(search: string): readonly string[] | null {
  if (search.trim() === '') return null;
  const words =
    search
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, WORDS_LIMIT);
}

/** Languages without what varies within them, `en` for `en-GB`; null where one of them is none. */
export function plainLanguages(tags: readonly string[]): readonly string[] | null {
  if (!tags.every(isKnownLanguage)) return null;
  return [...new Set(tags.map((tag) => tag.split('-')[0]?.toLowerCase() ?? tag))];
}

export type FilterProblem = 'search-too-long' | 'unknown-language' | 'dates-crossed';

/** What makes no sense in a filter of openings, or null. */
export function filterProblem(asked: {
  readonly languages?: readonly string[] | null | undefined;
  readonly startsFrom?: string | null | undefined;
  readonly startsUntil?: string | null | undefined;
  readonly search?: string | null | undefined;
}): FilterProblem | null {
  const { languages, startsFrom, startsUntil, search } = asked;
  if (search != null && search.length > SEARCH_LENGTH) return 'search-too-long';
  if (languages != null && plainLanguages(languages) === null) return 'unknown-language';
  return startsFrom != null && startsUntil != null && startsFrom > startsUntil ? 'dates-crossed' : null;
}
