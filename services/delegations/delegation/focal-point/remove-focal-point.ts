import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { raiseVersion } from '../lock-delegation.ts';
import { endFocalPoint } from './end-focal-point.ts';
import { type FocalPointAct, lockFocalPoint, type NoFocalPoint } from './lock-focal-point.ts';

export interface RemoveFocalPoint extends FocalPointAct {
  /** Checked already. */
  readonly reason: string | null;
}

export type RemoveFocalPointOutcome = { readonly delegationId: string; readonly focalPointId: string } | NoFocalPoint;

/**
 * Ends what a focal point was named for, by the delegation or by those who check it. Their place is free for another;
 * who they were and until when is kept.
 */
export function removeFocalPoint(
  em: EntityManager,
  command: RemoveFocalPoint,
  now: Date,
): Promise<RemoveFocalPointOutcome> {
  const { viewer, reason } = command;
  return em.transactional(async (tx) => {
    const locked = await lockFocalPoint(tx, command);
    if ('refusal' in locked) return locked;
    const { focalPoint, delegation } = locked;
    await endFocalPoint(tx, focalPoint, { actorId: personOf(viewer), command: 'removeFocalPoint', reason }, now);
    await raiseVersion(tx, delegation);
    return { delegationId: delegation.id, focalPointId: focalPoint.id };
  });
}
