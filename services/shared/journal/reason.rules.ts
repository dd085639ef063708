export const REASON_LENGTH = 500;

export type ReasonProblem = 'REASON_TOO_SHORT' | 'REASON_TOO_LONG' | 'CONTROL_CHARACTER';

/** What ends a line, what steers a terminal, and marks that turn the direction of a text: a reason is one line of words. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * What is wrong with a reason that somebody gives for the audit trail, or null.
 *
 * Absent is no reason, which is fine where none is asked for; one that is there holds at least `minimum` characters
 * beside the spaces around it.
 */
export function checkReason(reason: string | null, minimum = 1): ReasonProblem | null {
  if (reason === null) return null;
  if (CONTROL.test(reason)) return 'CONTROL_CHARACTER';
  const length = [...reason.trim()].length;
  if (length < minimum) return 'REASON_TOO_SHORT';
  return length > REASON_LENGTH ? 'REASON_TOO_LONG' : null;
}
