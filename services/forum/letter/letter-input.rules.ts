import type { Signatory } from './invitation/invitation-letter.rules.ts';

export const IDEMPOTENCY_KEY_LENGTH = 100;
export const EMBASSY_LENGTH = 200;
export const SIGNATORY_LENGTH = 120;

export interface LetterViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'not-a-line';
  /** The most characters allowed, where the text is too long. */
  readonly maximum?: number;
}

/** Everything wrong with a request for a letter. */
export function checkRequest(embassy: string | null, idempotencyKey: string | null): readonly LetterViolation[] {
  return [...checkKey(idempotencyKey), ...checkLine(['embassy'], embassy, EMBASSY_LENGTH)];
}

/** What is wrong with an idempotency key. */
export function checkKey(idempotencyKey: string | null): readonly LetterViolation[] {
  return checkLine(['idempotencyKey'], idempotencyKey, IDEMPOTENCY_KEY_LENGTH);
}

/** Everything wrong with a signatory. */
export function checkSignatory({ name, office }: Signatory): readonly LetterViolation[] {
  return [
    ...checkLine(['signatory', 'name'], name, SIGNATORY_LENGTH),
    ...checkLine(['signatory', 'office'], office, SIGNATORY_LENGTH),
  ];
}

/** What would break a line of the letter, or turn its direction. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function checkLine(path: readonly string[], text: string | null, maximum: number): readonly LetterViolation[] {
  if (text === null) return [];
  if (UNFIT.test(text)) return [{ path, problem: 'not-a-line' }];
  if (text.trim() === '') return [{ path, problem: 'blank' }];
  return text.length > maximum ? [{ path, problem: 'too-long', maximum }] : [];
}
