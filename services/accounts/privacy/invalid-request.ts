import { InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import type { InputViolation } from './input.rules.ts';
import { say } from './messages.ts';

/** The refusal of a request, with everything that is wrong with it. */
export function invalidRequest(violations: readonly InputViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(
      ({ field, problem, maximum }) => new Violation(['input', field], problem, say(problem, locale, { maximum })),
    ),
  );
}
