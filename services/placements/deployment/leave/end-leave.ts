import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type InvalidDay,
  type StepRefused,
} from '../act-on-deployment.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { moveDeployment } from '../move-deployment.ts';
import { closeLeave } from './close-leave.ts';
import { DeploymentLeave } from './leave.entity.ts';
import { checkLeaveEnd } from './leave.rules.ts';

export interface EndLeave extends DeploymentAct {
  /** The last day of leave; null for today, or the agreed last day where that has passed. */
  readonly on: string | null;
}

export type EndLeaveOutcome = { readonly deploymentId: string } | ActRefusal | StepRefused | InvalidDay;

/** Notes that a volunteer is back on duty, earlier than agreed or not. */
export function endLeave(em: EntityManager, command: EndLeave, now: Date): Promise<EndLeaveOutcome> {
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, command, now);
    if ('refusal' in acted) return acted;
    const { deployment, actorId, today } = acted;
    const to = DeploymentStatus.SERVING;
    const refusal = checkStep(acted, to, [DeploymentStatus.ON_LEAVE]);
    if (refusal) return refusal;
    const leave = await tx.findOne(DeploymentLeave, { deployment, endedOn: null });
    const wrongDay = leave && checkLeaveEnd(command.on ?? today, { today, fromOn: leave.fromOn });
    if (wrongDay) return wrongDay;

    await closeLeave(tx, deployment, command.on ?? today);
    await moveDeployment(tx, deployment, { to, actorId, command: 'endLeave' }, now);
    return { deploymentId: deployment.id };
  });
}
