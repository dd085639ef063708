import type { EntityManager } from '@mikro-orm/postgresql';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { endOffer, lockOffer } from '../end-offer.ts';
import { OfferStatus } from '../offer.rules.ts';
import { notOpen } from './not-open.rules.ts';

export interface DeclinePlacement {
  /** To whom the placement is offered. */
  readonly actorId: string;
  readonly offerId: string;
  readonly reason: string | null;
}

export type DeclinePlacementOutcome =
  | { readonly applicationId: string }
  | Refused<'offer-not-found' | 'offer-expired' | 'offer-ended'>;

/** Declines an offer: its position goes to the reserve in the same moment. Declining once more changes nothing. */
export function declinePlacement(
  em: EntityManager,
  { actorId, offerId, reason }: DeclinePlacement,
  now: Date,
): Promise<DeclinePlacementOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockOffer(tx, offerId);
    if (locked?.application.personId !== actorId) return { refusal: 'offer-not-found' };
    const { offer, application, opening } = locked;
    if (offer.status === OfferStatus.DECLINED) return { applicationId: application.id };
    const refusal = notOpen(offer, application.status, now);
    if (refusal) return refusal;

    const act = { actorId, command: 'declinePlacement' };
    await endOffer(tx, offer, { ...act, status: OfferStatus.DECLINED }, now);
    await moveApplication(tx, application, { ...act, to: ApplicationStatus.DECLINED, reason }, now);
    await callUpReserve(tx, opening, now);
    return { applicationId: application.id };
  });
}
