import { Violation } from '../../shared/graph/user-error.ts';
import { checkSearch, LEAST_LETTERS, SEARCH_LENGTH } from './list/registration-filter.rules.ts';
import { say } from './messages.ts';

export const IDEMPOTENCY_KEY_LENGTH = 200;

/** What is wrong with an idempotency key. */
export function keyViolations(key: string | null, locale: string): Violation[] {
  if (key === null) return [];
  const path = ['input', 'idempotencyKey'];
  if (key.trim() === '') return [new Violation(path, 'BLANK', say('BLANK', locale))];
  if (key.length <= IDEMPOTENCY_KEY_LENGTH) return [];
  return [new Violation(path, 'TOO_LONG', say('TOO_LONG', locale, { maximum: IDEMPOTENCY_KEY_LENGTH }))];
}

/** What is wrong with the search of a filter. */
export function searchViolations(search: string | null, locale: string): Violation[] {
  const path = ['input', 'filter', 'search'];
  switch (checkSearch(search)) {
    case null:
      return [];
    case 'search-too-long':
      return [new Violation(path, 'TOO_LONG', say('TOO_LONG', locale, { maximum: SEARCH_LENGTH }))];
    case 'search-too-short':
      return [new Violation(path, 'SEARCH_TOO_SHORT', say('SEARCH_TOO_SHORT', locale, { minimum: LEAST_LETTERS }))];
  }
}
