import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../shared/upkeep.ts';
import { ApplicationStatus } from '../application/application.rules.ts';
import { moveApplication } from '../application/move-application.ts';
import { callUpReserve } from '../selection/reserve/call-up-reserve.ts';
import { endOffer, lockOffer } from './end-offer.ts';
import { OfferStatus } from './offer.rules.ts';

const BATCH = 100;

/** Ends the offers whose time is over; each place goes to its reserve in the same transaction. Returns how many ended. */
export async function expireOffers(em: EntityManager, now: Date): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await em.execute<{ id: string }[]>(
      `select id from offer where status = 'OPEN' and expires_at <= ? order by expires_at, id limit ${BATCH}`,
      [now],
    );
    for (const { id } of due) {
      if (await expire(em.fork(), id, now)) ended += 1;
    }
    if (due.length < BATCH) return ended;
  }
}

function expire(em: EntityManager, offerId: string, now: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const locked = await lockOffer(tx, offerId);
    if (locked?.offer.status !== OfferStatus.OPEN) return false;
    const { offer, application, opening } = locked;
    const act = { actorId: null, command: 'expireOffers' };
    await endOffer(tx, offer, { ...act, status: OfferStatus.EXPIRED }, now);
    if (application.status === ApplicationStatus.OFFERED) {
      await moveApplication(tx, application, { ...act, to: ApplicationStatus.OFFER_EXPIRED }, now);
    }
    await callUpReserve(tx, opening, now);
    return true;
  });
}

export const offerUpkeep: Upkeep = {
  name: 'offers',
  schedule: '* * * * *',
  async run({ em, now, log }) {
    const ended = await expireOffers(em, now());
    if (ended > 0) log.info({ ended }, 'expired offers');
  },
};
