import { InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import { say } from '../messages.ts';
import { type ContactChange, type ContactProblem, type ContactViolation, LANGUAGES_LIMIT } from './contact.rules.ts';
import { PERIODS_LIMIT } from './opening-hours.rules.ts';

/** What an input changes of a contact, days in their order; what it leaves out stays absent. */
export function changeOf({ phone, hours, languages, asOf }: ContactChange): ContactChange {
  return {
    phone,
    hours: hours && {
      timeZone: hours.timeZone,
      periods: hours.periods.map(({ days, opensAt, closesAt }) => ({
        days: [...new Set(days)].sort((a, b) => a - b),
        opensAt,
        closesAt,
      })),
    },
    languages,
    asOf,
  };
}

const problems = {
  'not-a-phone-number': 'NOT_A_PHONE_NUMBER',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  'unknown-time-zone': 'UNKNOWN_TIME_ZONE',
  'not-a-time': 'NOT_A_TIME',
  'closes-before-it-opens': 'CLOSES_BEFORE_IT_OPENS',
  overlapping: 'OVERLAPPING',
  repeated: 'REPEATED',
  empty: 'EMPTY',
  'too-many': 'TOO_MANY',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
} as const satisfies Record<ContactProblem, string>;

/** Says what is wrong with an input that changes a contact. */
export function invalidContact(violations: readonly ContactViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem }) => {
      const code = problems[problem];
      const maximum = path.at(-1) === 'periods' ? PERIODS_LIMIT : LANGUAGES_LIMIT;
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}
