import { describe, expect, it } from 'vitest';
import { checkReason } from '../../services/shared/journal/reason.rules.ts';

describe('a reason for the audit trail', () => {
  it.each([
    ['is left out', null, 1, null],
    ['is one line of words', 'asked by letter of 3 May', 1, null],
    ['is in any script', 'хат бойынша', 10, null],
    ['has the most characters', '€'.repeat(500), 1, null],
    ['is blank', ' \u00a0 ', 1, 'REASON_TOO_SHORT'],
    ['is shorter than asked for', '  letter   ', 10, 'REASON_TOO_SHORT'],
    ['has one character too many', 'x'.repeat(501), 1, 'REASON_TOO_LONG'],
    ['begins another line', 'asked\nby letter', 1, 'CONTROL_CHARACTER'],
    ['begins another paragraph', 'asked\u2029by letter', 1, 'CONTROL_CHARACTER'],
    ['steers a terminal', 'asked \u001b[2J', 1, 'CONTROL_CHARACTER'],
    ['turns the direction of what follows', 'asked \u202eby letter', 1, 'CONTROL_CHARACTER'],
  ])('%s', (_case, reason, minimum, problem) => expect(checkReason(reason, minimum)).toBe(problem));
});
