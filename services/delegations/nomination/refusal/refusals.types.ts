import {
  IdempotencyKeyReused,
  InvalidTransition,
  VersionConflict,
  Violation,
} from '../../../shared/graph/user-error.ts';
import { inWords, zoneInWords } from '../../../shared/text/when.rules.ts';
import type { Closed } from '../deadline/closed.rules.ts';
import { type nominationMessages, say } from '../messages.ts';
import type { NominationStatus, QuotaCategory } from '../nomination.rules.ts';
import type { NomineeViolation } from '../nominee/nominee.rules.ts';
import {
  AlreadyNominated,
  AlreadySubstituted,
  AlternateStandsBy,
  HeadAlreadyAppointed,
  HeadSuccessorNeeded,
  NominationClosed,
  NominationEnded,
  NominationNotFound,
  QuotaExceeded,
} from './nomination-refusals.types.ts';

/** Refusals that say nothing more than their name, as the graph tells them. */
export const plainRefusals = {
  'nomination-not-found': (locale: string) => new NominationNotFound(say('NOMINATION_NOT_FOUND', locale)),
  'already-nominated': (locale: string) => new AlreadyNominated(say('ALREADY_NOMINATED', locale)),
  'alternate-stands-by': (locale: string) => new AlternateStandsBy(say('ALTERNATE_STANDS_BY', locale)),
  'head-already-appointed': (locale: string) => new HeadAlreadyAppointed(say('HEAD_ALREADY_APPOINTED', locale)),
  'head-successor-needed': (locale: string) => new HeadSuccessorNeeded(say('HEAD_SUCCESSOR_NEEDED', locale)),
  'idempotency-key-reused': (locale: string) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

export function versionConflict({ currentVersion }: { currentVersion: number }, locale: string): VersionConflict {
  return new VersionConflict(say('VERSION_CONFLICT', locale), currentVersion);
}

/** Words the refusal with the deadline as the clocks of the edition show it. */
export function closed(refusal: Closed, locale: string): NominationClosed {
  const { closedAt, timeZone } = refusal;
  if (closedAt === null || timeZone === null) return new NominationClosed(say('NOMINATION_CLOSED', locale), refusal);
  const at = new Date(closedAt);
  const words = { when: inWords(at, timeZone, locale), zone: zoneInWords(timeZone, at, locale) };
  return new NominationClosed(say('NOMINATION_CLOSED_AT', locale, words), refusal);
}

export function ended({ status }: { status: NominationStatus }, locale: string): NominationEnded {
  return new NominationEnded(say('NOMINATION_ENDED', locale), status);
}

export function alreadySubstituted({ nominationId }: { nominationId: string }, locale: string): AlreadySubstituted {
  return new AlreadySubstituted(say('ALREADY_SUBSTITUTED', locale), nominationId);
}

export function quotaExceeded(
  refusal: { category: QuotaCategory; allocated: number; used: number },
  locale: string,
): QuotaExceeded {
  const { allocated, used } = refusal;
  return new QuotaExceeded(say('QUOTA_EXCEEDED', locale, { allocated, used }), refusal);
}

export function invalidTransition(
  refusal: { from: NominationStatus; to: NominationStatus; allowed: readonly NominationStatus[] },
  locale: string,
): InvalidTransition {
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}

const codes: Record<NomineeViolation['problem'], keyof typeof nominationMessages> = {
  required: 'REQUIRED',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unexpected-character': 'UNEXPECTED_CHARACTER',
  'not-latin': 'NOT_LATIN',
  'mixed-scripts': 'MIXED_SCRIPTS',
  'bad-address': 'BAD_ADDRESS',
  'unknown-category': 'UNKNOWN_CATEGORY',
  'unknown-role': 'UNKNOWN_ROLE',
  'too-many-cells': 'TOO_MANY_CELLS',
  'alternate-head': 'ALTERNATE_HEAD',
  'unknown-answer': 'UNKNOWN_ANSWER',
};

/** What is wrong with a nominee, in the viewer's language. `placeOf` says where in the input a field of them is. */
export function violationsOf(
  violations: readonly NomineeViolation[],
  placeOf: (path: readonly string[]) => string[],
  locale: string,
): Violation[] {
  return violations.map(({ path, problem, maximum = 0 }) => {
    const code = codes[problem];
    return new Violation(placeOf(path), code, say(code, locale, { maximum }));
  });
}
