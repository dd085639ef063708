import { InvalidInput, InvalidTransition, VersionConflict, Violation } from '../../shared/graph/user-error.ts';
import { reasonViolation } from '../../shared/journal/reason.ts';
import type { FormProblem, FormViolation } from './form.rules.ts';
import { type formMessages, say } from './messages.ts';
import type { StepRefusal } from './step.rules.ts';

const problems = {
  missing: 'MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
  'in-future': 'IN_FUTURE',
  'ends-before-it-begins': 'ENDS_BEFORE_IT_BEGINS',
  'outside-year': 'OUTSIDE_YEAR',
  'before-it-begins': 'BEFORE_IT_BEGINS',
  'after-it-ends': 'AFTER_IT_ENDS',
  'unknown-region': 'UNKNOWN_REGION',
  'unknown-key': 'UNKNOWN_KEY',
  'unknown-currency': 'UNKNOWN_CURRENCY',
  'other-sector': 'OTHER_SECTOR',
  'not-a-link': 'NOT_A_LINK',
  'below-one': 'BELOW_ONE',
  'over-a-day': 'OVER_A_DAY',
  'over-maximum': 'OVER_MAXIMUM',
  'more-than-asked': 'MORE_THAN_ASKED',
  empty: 'EMPTY',
  'too-many': 'TOO_MANY',
} as const satisfies Record<FormProblem, keyof typeof formMessages>;

/** Says what is wrong with an input, all at once. */
export function invalidForm(
  violations: readonly FormViolation[],
  locale: string,
  besides: readonly Violation[] = [],
): InvalidInput {
  const said = violations.map(({ path, problem, limits }) => {
    const code = problems[problem];
    return new Violation(['input', ...path], code, say(code, locale, limits));
  });
  const all = [...said, ...besides];
  return new InvalidInput(say('INVALID_INPUT', locale, { count: all.length }), all);
}

/** What is wrong with the reason of a step; one is needed where the step takes something away from somebody. */
export function aboutReason(reason: string | null, needed: boolean, locale: string): Violation[] {
  if (reason === null) {
    return needed ? [new Violation(['input', 'reason'], 'MISSING', say('MISSING', locale))] : [];
  }
  const violation = reasonViolation(reason, locale);
  return violation ? [violation] : [];
}

/** Says why a step could not be taken. */
export function stepRefused(refusal: StepRefusal, locale: string): VersionConflict | InvalidTransition {
  if (refusal.refusal === 'version-conflict') {
    return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
  }
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}
