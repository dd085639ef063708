/** What every API key of the portal begins with, so that a leaked one is recognised. */
export const KEY_PREFIX = 'erikti_';

/** Whether a text can be an API key at all. */
export function looksLikeKey(text: string): boolean {
  return /^erikti_[\w-]{43}$/.test(text);
}

export const CLIENT_NAME_LENGTH = 120;

export type NameProblem = 'CLIENT_NAME_BLANK' | 'CLIENT_NAME_TOO_LONG';

/** What is wrong with the name of a system, or null. */
export function checkClientName(name: string): NameProblem | null {
  if (name.trim() === '') return 'CLIENT_NAME_BLANK';
  return name.length > CLIENT_NAME_LENGTH ? 'CLIENT_NAME_TOO_LONG' : null;
}
