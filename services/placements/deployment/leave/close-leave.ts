import type { EntityManager } from '@mikro-orm/postgresql';
import type { Deployment } from '../deployment.entity.ts';
import { DeploymentLeave } from './leave.entity.ts';

/** Ends the leave that somebody is on, if they are: on the given day at the latest, and not before it began. */
export async function closeLeave(tx: EntityManager, deployment: Deployment, lastDay: string): Promise<void> {
  const leave = await tx.findOne(DeploymentLeave, { deployment, endedOn: null });
  if (!leave) return;
  const { fromOn, untilOn } = leave;
  const day = lastDay < untilOn ? lastDay : untilOn;
  leave.endedOn = day > fromOn ? day : fromOn;
}
