import { InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import type { SessionViolation } from './draft/session-draft.rules.ts';
import { type programmeMessages, say } from './messages.ts';

const codes: Record<SessionViolation['problem'], keyof typeof programmeMessages> = {
  missing: 'MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
  'ends-before-it-starts': 'ENDS_BEFORE_IT_STARTS',
  'outside-edition': 'OUTSIDE_EDITION',
  'unknown-room': 'UNKNOWN_ROOM',
  'above-room': 'ABOVE_ROOM',
  'not-positive': 'NOT_POSITIVE',
  negative: 'NEGATIVE',
  'too-many': 'TOO_MANY',
  'open-door-with-seats': 'OPEN_DOOR_WITH_SEATS',
  'queue-without-seats': 'QUEUE_WITHOUT_SEATS',
};

/** All that is wrong with an input about the programme, in the viewer's language. */
export function invalidInput(violations: readonly SessionViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = codes[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}
