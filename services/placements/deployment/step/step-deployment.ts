import type { EntityManager } from '@mikro-orm/postgresql';
import { scheduleReports } from '../../report/schedule/schedule-reports.ts';
import {
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type StepRefused,
} from '../act-on-deployment.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { closeLeave } from '../leave/close-leave.ts';
import { moveDeployment } from '../move-deployment.ts';
import { violatedConstraint } from '../violated-constraint.ts';
import { type PlainStep, plainSteps } from './step.rules.ts';

export interface StepDeployment extends DeploymentAct {
  readonly step: PlainStep;
  readonly reason: string | null;
}

export type StepDeploymentOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | StepRefused
  | { readonly refusal: 'overlapping-deployment' };

/**
 * Takes a deployment a step that needs nothing but somebody's word: suspended, resumed, about to end, called off before
 * departure, not ready after all.
 *
 * Leave ends with suspension. What is called off gives its position and its money back. Whoever resumes after an
 * evacuation serves on to the agreed last day, unless they have taken up another service since.
 */
export async function stepDeployment(
  em: EntityManager,
  { step, reason, ...act }: StepDeployment,
  now: Date,
): Promise<StepDeploymentOutcome> {
  const { to, from } = plainSteps[step];
  try {
    return await em.transactional(async (tx) => {
      const acted = await deploymentToActOn(tx, act, now);
      if ('refusal' in acted) return acted;
      const refusal = checkStep(acted, to, from);
      if (refusal) return refusal;
      const { deployment, actorId, today } = acted;
      await closeLeave(tx, deployment, today);
      if (to === DeploymentStatus.CANCELLED_BEFORE_DEPARTURE) {
        deployment.endedOn = today;
        deployment.committedMinor = 0;
      }
      const servesOn = to === DeploymentStatus.SERVING;
      if (servesOn) tx.assign(deployment, { endedOn: null, endingEvidence: null });
      await moveDeployment(tx, deployment, { to, actorId, command: step, reason }, now);
      if (servesOn) await scheduleReports(tx, deployment, { actorId, command: step }, now);
      return { deploymentId: deployment.id };
    });
  } catch (fault) {
    if (violatedConstraint(fault) === 'deployment_no_overlap') return { refusal: 'overlapping-deployment' };
    throw fault;
  }
}
