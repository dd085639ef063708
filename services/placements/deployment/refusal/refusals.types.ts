import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
  Violation,
} from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { ClearancesOutstanding } from '../../clearance/clearance-refusals.types.ts';
import type { ActRefusal, InvalidDay, StepRefused } from '../act-on-deployment.ts';
import { type deploymentMessages, say } from '../messages.ts';
import type { ClearancesRefusal } from '../readiness/outstanding.ts';
import { DeploymentNotFound } from './deployment-refusals.types.ts';

/** One thing wrong with an input; `path` is within it. */
export interface InputProblem {
  readonly path: readonly string[];
  readonly problem: keyof typeof deploymentMessages;
  readonly limits?: Readonly<Record<string, string | number>>;
}

/** Says what is wrong with an input, all at once. */
export function invalidInput(
  problems: readonly InputProblem[],
  besides: readonly Violation[],
  locale: string,
): InvalidInput {
  const said = problems.map(
    ({ path, problem, limits }) => new Violation(['input', ...path], problem, say(problem, locale, limits)),
  );
  const all = [...said, ...besides];
  return new InvalidInput(say('INVALID_INPUT', locale, { count: all.length }), all);
}

/** What is wrong with a reason, one being needed or not. */
export function reasonProblems(reason: string | null, isNeeded: boolean, locale: string): Violation[] {
  if (reason === null) {
    return isNeeded ? [new Violation(['input', 'reason'], 'MISSING', say('MISSING', locale))] : [];
  }
  const violation = reasonViolation(reason, locale);
  return violation ? [violation] : [];
}

/** Says why an act on a deployment could not be done, of whatever it asks before anything of its own. */
export function actRefused(refusal: ActRefusal, locale: string): DeploymentNotFound | VersionConflict {
  return refusal.refusal === 'version-conflict'
    ? new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion)
    : new DeploymentNotFound(say('DEPLOYMENT_NOT_FOUND', locale));
}

export function stepRefused(refusal: StepRefused, locale: string): InvalidTransition {
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}

/** Says why a day is not taken; since nothing else is wrong then, the message says it at once. */
export function wrongDay({ path, problem, day }: InvalidDay, locale: string): InvalidInput {
  const message = say(problem, locale, { day });
  return new InvalidInput(message, [new Violation(['input', ...path], problem, message)]);
}

export function uncleared({ outstanding }: ClearancesRefusal, locale: string): ClearancesOutstanding {
  return new ClearancesOutstanding(say('CLEARANCES_OUTSTANDING', locale, { count: outstanding.length }), outstanding);
}

export function keyReused(locale: string): IdempotencyKeyReused {
  return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
}
