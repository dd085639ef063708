import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import type { Kept } from '../../shared/privacy/kept.rules.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import { Deployment } from '../deployment/deployment.entity.ts';
import { lockDeployment } from '../deployment/move-deployment.ts';
import { callOff } from '../deployment/step/call-off.ts';
import { deploymentAtErasure, serviceKeptUntil } from './erasure.rules.ts';

/** Calls off what an erased person has not set out for, and says whether service of theirs goes on, by its ID alone. */
export async function settleDeployments(
  tx: EntityManager,
  { personId }: ErasureRequest,
  now: Date,
): Promise<Kept | null> {
  const known = await tx.find(Deployment, { personId }, { orderBy: { opening: 'asc', id: 'asc' } });
  let lastDay: string | null = null;
  for (const { id } of known) {
    const deployment = await lockDeployment(tx, id);
    if (!deployment) continue;
    const fate = deploymentAtErasure(deployment.status);
    if (fate === 'kept' && (lastDay === null || deployment.endsOn > lastDay)) lastDay = deployment.endsOn;
    if (fate !== 'cancelled') continue;

    const { timeZone } = await deployment.opening.loadOrFail();
    const act = { actorId: null, command: 'cancelDeployment', on: dayIn(timeZone, now), isByVolunteer: true };
    await callOff(tx, deployment, act, now);
  }
  return lastDay === null ? null : { reason: 'SERVICE_ABROAD', until: serviceKeptUntil(lastDay) };
}
