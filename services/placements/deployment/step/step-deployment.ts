import type { EntityManager } from '@mikro-orm/postgresql';
import { scheduleReports } from '../../report/schedule/schedule-reports.ts';
import {
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type StepRefused,
} from '../act-on-deployment.ts';
import { againOnOverlap } from '../again-on-overlap.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { closeLeave } from '../leave/close-leave.ts';
import { moveDeployment } from '../move-deployment.ts';
import { type Overlap, overlapOf } from '../overlap.ts';
import { callOff } from './call-off.ts';
import { type PlainStep, plainSteps } from './step.rules.ts';

export interface StepDeployment extends DeploymentAct {
  readonly step: PlainStep;
  readonly reason: string | null;
}

export type StepDeploymentOutcome = { readonly deploymentId: string } | ActRefusal | StepRefused | Overlap;

/**
 * Takes a deployment a step that needs nothing but somebody's word: suspended, resumed, about to end, called off before
 * departure, not ready after all.
 *
 * Leave ends with suspension. What is called off gives its position and its money back, and the application that led to
 * it ends. Whoever resumes after an
 * evacuation serves on to the agreed last day, unless they have taken up another service since.
 */
export function stepDeployment(
  em: EntityManager,
  { step, reason, ...act }: StepDeployment,
  now: Date,
): Promise<StepDeploymentOutcome> {
  const { to, from } = plainSteps[step];
  return againOnOverlap(em, async (tx) => {
    const acted = await deploymentToActOn(tx, act, now);
    if ('refusal' in acted) return acted;
    const refusal = checkStep(acted, to, from);
    if (refusal) return refusal;
    const { deployment, actorId, today } = acted;
    const servesOn = to === DeploymentStatus.SERVING;
    const { id: exceptId, personId, startsOn, endsOn } = deployment;
    const overlap = servesOn ? await overlapOf(tx, { personId, startsOn, endsOn, exceptId }) : null;
    if (overlap) return overlap;
    if (to === DeploymentStatus.CANCELLED_BEFORE_DEPARTURE) {
      const isByVolunteer = actorId === personId;
      await callOff(tx, deployment, { actorId, command: step, on: today, isByVolunteer, reason }, now);
      return { deploymentId: exceptId };
    }
    await closeLeave(tx, deployment, today);
    if (servesOn) tx.assign(deployment, { endedOn: null, endingEvidence: null });
    await moveDeployment(tx, deployment, { to, actorId, command: step, reason }, now);
    if (servesOn) await scheduleReports(tx, deployment, { actorId, command: step }, now);
    return { deploymentId: exceptId };
  });
}
