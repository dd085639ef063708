import { InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import { type forumMessages, say } from '../../messages.ts';
import type { DetailViolation } from '../register/registration-input.rules.ts';

const problems: Record<DetailViolation['problem'], keyof typeof forumMessages> = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  repeated: 'REPEATED',
};

/** The refusal of what somebody wrote when registering, in their language. */
export function invalidDetails(violations: readonly DetailViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}
