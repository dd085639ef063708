import type { EntityManager } from '@mikro-orm/postgresql';
import { scheduleReports } from '../../report/schedule/schedule-reports.ts';
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
import { checkEntry } from '../travel/travel.rules.ts';

export interface ConfirmEntryOnDuty extends DeploymentAct {
  readonly on: string;
}

export type ConfirmEntryOnDutyOutcome = { readonly deploymentId: string } | ActRefusal | StepRefused | InvalidDay;

/**
 * Service begins: the host confirms the day on which the volunteer entered on duty. Nothing else begins it, and its
 * reports are scheduled with it.
 */
export function confirmEntryOnDuty(
  em: EntityManager,
  command: ConfirmEntryOnDuty,
  now: Date,
): Promise<ConfirmEntryOnDutyOutcome> {
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, command, now);
    if ('refusal' in acted) return acted;
    const { deployment, actorId, today } = acted;
    const to = DeploymentStatus.SERVING;
    const refusal =
      checkStep(acted, to, [DeploymentStatus.TRAVELLING]) ?? checkEntry(command.on, { ...deployment, today });
    if (refusal) return refusal;
    deployment.enteredOn = command.on;
    const act = { actorId, command: 'confirmEntryOnDuty' };
    await moveDeployment(tx, deployment, { ...act, to }, now);
    await scheduleReports(tx, deployment, act, now);
    return { deploymentId: deployment.id };
  });
}
