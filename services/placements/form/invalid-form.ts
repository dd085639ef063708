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
  'below-minimum': 'BELOW_MINIMUM',
  'over-maximum': 'OVER_MAXIMUM',
  empty: 'EMPTY',
  'too-many': 'TOO_MANY',
  'unknown-zone': 'UNKNOWN_ZONE',
  'unknown-currency': 'UNKNOWN_CURRENCY',
  'other-currency': 'OTHER_CURRENCY',
  'currency-committed': 'CURRENCY_COMMITTED',
  'minimum-above-maximum': 'MINIMUM_ABOVE_MAXIMUM',
  'not-a-skill': 'NOT_A_SKILL',
  'ends-before-it-begins': 'ENDS_BEFORE_IT_BEGINS',
  'after-start': 'AFTER_START',
  'in-past': 'IN_PAST',
  'outside-programme': 'OUTSIDE_PROGRAMME',
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

/** Says why a step could not be taken, or nothing be changed. */
export function stepRefused(refusal: StepRefusal, locale: string): VersionConflict | InvalidTransition {
  if (refusal.refusal === 'version-conflict') return versionConflict(refusal, locale);
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}

export function versionConflict({ currentVersion }: { currentVersion: number }, locale: string): VersionConflict {
  return new VersionConflict(say('VERSION_CONFLICT', locale), currentVersion);
}
