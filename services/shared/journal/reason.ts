import { Violation } from '../graph/user-error.ts';
import { say } from './messages.ts';
import { checkReason, REASON_LENGTH } from './reason.rules.ts';

/** What the description of an input's `reason` says. */
export const REASON_DESCRIPTION = `Kept in the audit trail. One line of at most ${REASON_LENGTH} characters, without personal data.`;

/** What is wrong with an input's `reason`, in the viewer's language; null where it may stand in the audit trail. */
export function reasonViolation(reason: string | null, locale: string, minimum = 1): Violation | null {
  const problem = checkReason(reason, minimum);
  if (problem === null) return null;
  return new Violation(['input', 'reason'], problem, say(problem, locale, { minimum, maximum: REASON_LENGTH }));
}
