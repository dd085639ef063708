import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import { type DelegationOver, overRefusal, raiseVersion, takeStep } from '../lock-delegation.ts';
import { endFocalPoint, tellConfirmed } from './end-focal-point.ts';
import { FocalPoint } from './focal-point.entity.ts';
import { FocalPointStatus } from './focal-point.rules.ts';
import { type FocalPointAct, lockFocalPoint, type NoFocalPoint } from './lock-focal-point.ts';

export type ConfirmFocalPointOutcome =
  | { readonly delegationId: string; readonly focalPointId: string }
  | NoFocalPoint
  | DelegationOver
  | { readonly refusal: 'not-designated' }
  | { readonly refusal: 'four-eyes-required' };

/**
 * Accepts the note verbale that names a focal point: from now on they act for the delegation.
 *
 * By those who check credentials; to the delegation itself there is nothing to confirm. Who was only invited, and not
 * designated, has done their part. Nobody confirms whom they have designated, or themself. Confirming twice changes
 * nothing.
 */
export function confirmFocalPoint(
  em: EntityManager,
  command: FocalPointAct,
  now: Date,
): Promise<ConfirmFocalPointOutcome> {
  const actorId = personOf(command.viewer);
  return em.transactional(async (tx) => {
    const locked = await lockFocalPoint(tx, command);
    if ('refusal' in locked) return locked;
    const { focalPoint, delegation } = locked;
    if (!delegation.actors.some((actor) => actor !== 'focal-point')) return { refusal: 'focal-point-not-found' };
    const over = overRefusal(delegation);
    if (over) return over;
    const { id: focalPointId, status: from } = focalPoint;
    const outcome = { delegationId: delegation.id, focalPointId };
    if (from === FocalPointStatus.CONFIRMED) return outcome;
    if (from === FocalPointStatus.INVITED) return { refusal: 'not-designated' };
    const { designatedById, personId } = focalPoint;
    if (actorId === designatedById || actorId === personId) return { refusal: 'four-eyes-required' };

    const to = FocalPointStatus.CONFIRMED;
    tx.assign(focalPoint, { status: to, confirmedAt: now, confirmedById: actorId });
    const changes = [{ field: 'status', from, to }];
    audit(tx, { actorId, command: 'confirmFocalPoint', subjectId: focalPointId, changes }, now);
    tellConfirmed(tx, focalPoint, now);
    await endInvitations(tx, delegation.id, now);
    if (delegation.status === DelegationStatus.FOCAL_POINT_PENDING) {
      const step = { actorId, command: 'confirmFocalPoint' };
      await takeStep(tx, delegation, DelegationStatus.FOCAL_POINT_CONFIRMED, step, now);
    } else {
      await raiseVersion(tx, delegation);
    }
    return outcome;
  });
}

async function endInvitations(tx: EntityManager, delegationId: string, now: Date): Promise<void> {
  const invited = await tx.find(FocalPoint, { delegationId, status: FocalPointStatus.INVITED });
  for (const one of invited) await endFocalPoint(tx, one, { actorId: null, command: 'removeFocalPoint' }, now);
}
