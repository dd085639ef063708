import type { EntityManager } from '@mikro-orm/postgresql';
import { Offer } from '../offer/offer.entity.ts';
import { OfferStatus } from '../offer/offer.rules.ts';
import type { Application } from './application.entity.ts';

/**
 * Ends the open offer of an application, if it has one: its position and its money are free again.
 *
 * In the caller's transaction, which holds the locks on the opening and the application.
 */
export async function endOffer(
  tx: EntityManager,
  application: Application,
  to: OfferStatus.DECLINED | OfferStatus.RESCINDED,
  now: Date,
): Promise<void> {
  const offer = await tx.findOne(Offer, { application, status: OfferStatus.OPEN });
  if (!offer) return;
  offer.status = to;
  offer.endedAt = now;
  await tx.flush();
}
