import type { EntityManager } from '@mikro-orm/postgresql';
import { transitionsFrom } from '../../../../shared/state-machine.rules.ts';
import { type EditionStatus, editionTransitions } from '../../edition.rules.ts';
import { type EditionChange, editionToChange, type NoChange } from '../edition-change.ts';
import { type StepProblem, stepProblem } from './edition-step.rules.ts';
import { stateOf, takeStep } from './take-step.ts';

export interface ChangeEditionStatus extends EditionChange {
  readonly to: EditionStatus;
}

export type ChangeEditionStatusOutcome =
  | { readonly editionId: string }
  | NoChange
  | StepProblem
  | {
      readonly refusal: 'invalid-transition';
      readonly from: EditionStatus;
      readonly allowed: readonly EditionStatus[];
    };

/** Takes an edition a step further in its life, by the hand of an administrator. */
export function changeEditionStatus(
  em: EntityManager,
  command: ChangeEditionStatus,
  now: Date,
): Promise<ChangeEditionStatusOutcome> {
  const { actorId, editionId, to } = command;
  return em.transactional(async (tx) => {
    const locked = await editionToChange(tx, command);
    if ('refusal' in locked) return locked;
    const { status: from } = locked.edition;
    const allowed = transitionsFrom(editionTransitions, from, 'administrator');
    if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, allowed };
    const problem = stepProblem(stateOf(locked), to, now);
    if (problem) return problem;
    await takeStep(tx, locked, to, actorId, now);
    return { editionId };
  });
}
