import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../shared/upkeep.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { endRegistrations } from '../registration/end-registration.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { SeatOffer } from './waiting-list.entity.ts';
import { SeatOfferStatus } from './waiting-list.rules.ts';

/** Offers end when they run out, and their seats go to the next in line. Late or twice, it does the same. */
export const seatOfferUpkeep: Upkeep = {
  name: 'seat_offers',
  schedule: '* * * * *',
  async run({ em, now }) {
    const due = await em.execute<{ edition_id: string }[]>(
      `select distinct edition_id from seat_offer where status = 'OPEN' and expires_at <= ? order by edition_id`,
      [now()],
    );
    for (const { edition_id } of due) await expireSeatOffers(em.fork(), edition_id, now());
  },
};

/** Ends the offers of an edition that have run out, and offers their seats on, in one transaction. Returns how many. */
export function expireSeatOffers(em: EntityManager, editionId: string, now: Date): Promise<number> {
  return em.transactional(async (tx) => {
    await lockSeats(tx, editionId);
    const due = await tx.find(
      SeatOffer,
      { edition: editionId, status: SeatOfferStatus.OPEN, expiresAt: { $lte: now } },
      { orderBy: { expiresAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const held = await tx.find(Registration, { seatOffer: { $in: due }, status: RegistrationStatus.OFFERED });
    const act = { actorId: null, command: 'expireSeatOffer', to: RegistrationStatus.OFFER_EXPIRED } as const;
    await endRegistrations(tx, held, act, now);
    return due.length;
  });
}
