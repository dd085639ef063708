import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErasureRequest } from '../../../shared/privacy/erase-when-asked.ts';
import { endOpenOffer } from '../../offer/end-offer.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { Application } from '../application.entity.ts';
import { ApplicationStatus, IN_SELECTION } from '../application.rules.ts';
import { lockApplication, moveApplication } from '../move-application.ts';

/** Until a placement is accepted; from then on it ends with the deployment. */
const UNPLACED: readonly ApplicationStatus[] = [...IN_SELECTION, ApplicationStatus.OFFERED];

/** Somebody is erased: what they have applied for ends, and a position that was offered to them goes to the reserve. */
export async function withdrawErased(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<void> {
  const active = await tx.find(
    Application,
    { personId, status: { $in: [...UNPLACED] } },
    // As they are locked everywhere: by opening.
    { orderBy: { opening: { id: 'asc' }, id: 'asc' } },
  );
  for (const { id } of active) {
    const locked = await lockApplication(tx, id);
    if (!locked || !UNPLACED.includes(locked.application.status)) continue;
    const to = ApplicationStatus.WITHDRAWN;
    const act = { actorId: null, command: 'withdrawErased' };
    await endOpenOffer(tx, locked.application, { ...act, status: OfferStatus.RESCINDED }, now);
    await moveApplication(tx, locked.application, { ...act, to }, now);
    await callUpReserve(tx, locked.opening, now);
  }
}
