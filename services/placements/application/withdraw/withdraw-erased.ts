import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErasureRequest } from '../../../shared/privacy/erase-when-asked.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { Application } from '../application.entity.ts';
import { ACTIVE, ApplicationStatus, applicationTransitions } from '../application.rules.ts';
import { endOffer } from '../end-offer.ts';
import { lockApplication, moveApplication } from '../move-application.ts';

/** Somebody is erased: what they have applied for ends, and a position that was offered to them is free. Keeps nothing. */
export async function withdrawErased(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<null> {
  const active = await tx.find(
    Application,
    { personId, status: { $in: [...ACTIVE] } },
    // As they are locked everywhere: by opening.
    { orderBy: { opening: { id: 'asc' }, id: 'asc' } },
  );
  for (const { id } of active) {
    const application = (await lockApplication(tx, id))?.application;
    const to = ApplicationStatus.WITHDRAWN;
    if (!application || !transitionsFrom(applicationTransitions, application.status, 'portal').includes(to)) continue;
    await endOffer(tx, application, OfferStatus.RESCINDED, now);
    await moveApplication(tx, application, { to, actorId: null, command: 'withdrawErased' }, now);
  }
  return null;
}
