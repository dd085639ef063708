import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';

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
import { DeploymentLeave } from './leave.entity.ts';
import { checkLeave } from './leave.rules.ts';

export interface RecordLeave extends DeploymentAct {
  readonly idempotencyKey: string | null;
  /** First and last day. */
  readonly from: string;
  readonly until: string;
}

export type RecordLeaveOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | StepRefused
  | InvalidDay
  | { readonly refusal: 'overlapping-leave'; readonly from: string; readonly until: string }
  | { readonly refusal: 'idempotency-key-reused' };

/** Notes that a volunteer has gone on leave. Recorded when it begins, since no state changes by the date alone. */
export function recordLeave(em: EntityManager, command: RecordLeave, now: Date): Promise<RecordLeaveOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const claim = { actorId: personOf(viewer), operation: 'recordLeave', key, input };
  return em.transactional((tx) => once<RecordLeaveOutcome>(tx, claim, now, () => leave(tx, command, now)));
}

async function leave(tx: EntityManager, command: RecordLeave, now: Date): Promise<RecordLeaveOutcome> {
  const acted = await deploymentToActOn(tx, command, now);
  if ('refusal' in acted) return acted;
  const { deployment, actorId, today } = acted;
  const to = DeploymentStatus.ON_LEAVE;
  const { from, until } = command;
  const refusal = checkStep(acted, to) ?? checkLeave({ from, until }, { ...deployment, today });
  if (refusal) return refusal;
  const earlier = await tx.find(DeploymentLeave, { deployment }, { orderBy: { fromOn: 'asc' } });
  const met = earlier.find(({ fromOn, untilOn, endedOn }) => fromOn <= until && (endedOn ?? untilOn) >= from);
  if (met) return { refusal: 'overlapping-leave', from: met.fromOn, until: met.endedOn ?? met.untilOn };

  tx.create(DeploymentLeave, {
    id: newId('deployment_leave'),
    deployment,
    fromOn: from,
    untilOn: until,
    endedOn: null,
  });
  await moveDeployment(tx, deployment, { to, actorId, command: 'recordLeave' }, now);
  return { deploymentId: deployment.id };
}
