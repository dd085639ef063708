import { InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import type { LetterViolation } from './letter-input.rules.ts';
import { type letterMessages, say } from './messages.ts';

const problems: Record<LetterViolation['problem'], keyof typeof letterMessages> = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'not-a-line': 'NOT_A_LINE',
};

/** The refusal of an input, in the viewer's language. */
export function invalidInput(violations: readonly LetterViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}
