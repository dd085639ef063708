import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../../../shared/upkeep.ts';
import { BookingStatus, offerRanOutAt } from '../booking.rules.ts';
import { endBookings } from '../end-bookings.ts';
import { lockBookings } from '../lock-bookings.ts';
import { offerSessionSeats } from './offer-session-seats.ts';

/** Offers of seats in sessions end when they run out, and the seats go to the next in line. Late or twice, it does the same. */
export const bookingOfferUpkeep: Upkeep = {
  name: 'booking_offers',
  schedule: '* * * * *',
  async run({ em, now }) {
    await expireBookingOffers(em, now());
    await offerLeftSeats(em, now());
  },
};

/** Ends the offers that have run out, each in a transaction of its own. Returns how many. */
export async function expireBookingOffers(em: EntityManager, now: Date): Promise<number> {
  const due = await em.execute<{ id: string; registration_id: string }[]>(
    `select id, registration_id from booking where status = 'OFFERED' and (offer_expires_at <= ? or starts_at <= ?)
     order by offer_expires_at, id`,
    [now, now],
  );
  let expired = 0;
  for (const { id, registration_id } of due) if (await expire(em.fork(), registration_id, id, now)) expired++;
  return expired;
}

function expire(em: EntityManager, registrationId: string, bookingId: string, now: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const [booking] = await lockBookings(tx, [registrationId], bookingId);
    if (booking?.status !== BookingStatus.OFFERED) return false;
    const { status, startsAt, offerExpiresAt = null } = booking;
    if (!offerRanOutAt({ status, startsAt, offerExpiresAt }, now)) return false;
    const ending = { to: BookingStatus.OFFER_EXPIRED, actorId: null, command: 'expireBookingOffer' } as const;
    await endBookings(tx, [booking], ending, now);
    return true;
  });
}

/** Offers seats that became free while nobody was looking, such as by an edition that goes on after all. */
export async function offerLeftSeats(em: EntityManager, now: Date): Promise<void> {
  const left = await em.execute<{ id: string }[]>(
    `select availability.id from availability join session on session.id = availability.id
     where free > 0 and waiting > 0 and session.starts_at > ? order by availability.id`,
    [now],
  );
  for (const { id } of left) await em.fork().transactional((tx) => offerSessionSeats(tx, id, now));
}
