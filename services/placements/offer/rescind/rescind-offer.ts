import type { EntityManager } from '@mikro-orm/postgresql';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { notOpen } from '../answer/not-open.rules.ts';
import { endOffer, lockOffer } from '../end-offer.ts';
import { OfferStatus } from '../offer.rules.ts';

export interface RescindOffer {
  /** Who runs placements. */
  readonly actorId: string;
  readonly offerId: string;
  readonly reason: string;
}

export type RescindOfferOutcome =
  | { readonly applicationId: string }
  | Refused<'offer-not-found' | 'offer-expired' | 'offer-ended'>;

/** Takes an open offer back: its position goes to the reserve in the same moment. Once more changes nothing. */
export function rescindOffer(
  em: EntityManager,
  { actorId, offerId, reason }: RescindOffer,
  now: Date,
): Promise<RescindOfferOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOffer(tx, offerId);
    if (!locked) return { refusal: 'offer-not-found' };
    const { offer, application, opening } = locked;
    if (offer.status === OfferStatus.RESCINDED) return { applicationId: application.id };
    const refusal = notOpen(offer, application.status, now);
    if (refusal) return refusal;

    const act = { actorId, command: 'rescindOffer' };
    await endOffer(tx, offer, { ...act, status: OfferStatus.RESCINDED }, now);
    await moveApplication(tx, application, { ...act, to: ApplicationStatus.RESCINDED, reason }, now);
    await callUpReserve(tx, opening, now);
    return { applicationId: application.id };
  });
}
