import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { revokeBadges } from '../badge/desk/end-badge.ts';
import { revokeLetters } from '../letter/invitation/revoke-invitation-letter.ts';
import { releaseBookings } from '../session/booking/release-bookings.ts';
import { offerFreeSeats } from '../waiting-list/offer-free-seats.ts';
import { SeatOffer } from '../waiting-list/waiting-list.entity.ts';
import { SeatOfferStatus } from '../waiting-list/waiting-list.rules.ts';
import { actorsOf, keysOf, type RegistrationAct } from './note-registration.ts';
import { Registration } from './registration.entity.ts';
import { RegistrationStatus } from './registration.rules.ts';
import { TravelDetails } from './travel/travel-details.entity.ts';

/** A way out of an edition. */
export interface Ending extends RegistrationAct {
  readonly to:
    | RegistrationStatus.WITHDRAWN
    | RegistrationStatus.CANCELLED
    | RegistrationStatus.REJECTED
    | RegistrationStatus.OFFER_DECLINED
    | RegistrationStatus.OFFER_EXPIRED;
}

/** Ends one registration, as `endRegistrations` does. */
export function endRegistration(
  tx: EntityManager,
  registration: Registration,
  ending: Ending,
  now: Date,
): Promise<void> {
  return endRegistrations(tx, [registration], ending, now);
}

/**
 * Ends registrations of one edition, with all that hangs on them, and offers the seats they free to whoever waits.
 *
 * In the caller's transaction, which has locked the edition's seats and knows that the step is allowed.
 */
export async function endRegistrations(
  tx: EntityManager,
  registrations: readonly Registration[],
  { to, ...act }: Ending,
  now: Date,
): Promise<void> {
  for (const registration of registrations) {
    const { id, status: from } = registration;
    registration.status = to;
    registration.holdsSeat = false;
    const changes = [{ field: 'status', from, to }];
    audit(tx, { ...actorsOf(act, registration), subjectId: id, changes }, now);
    publish(tx, 'RegistrationEnded', { ...keysOf(registration), from, to }, now);
  }
  await tx.flush();
  await revokeBadges(tx, registrations, act, now);
  await revokeLetters(tx, registrations, act, now);
  await releaseBookings(tx, registrations, act, now);
  await tx.nativeDelete(TravelDetails, { registration: { $in: registrations.map(({ id }) => id) } });
  await closeOffers(tx, registrations, to);
  const [first] = registrations;
  if (first) await offerFreeSeats(tx, first.edition.id, now);
}

const OFFER_ENDS: Readonly<Partial<Record<Ending['to'], SeatOfferStatus>>> = {
  [RegistrationStatus.OFFER_EXPIRED]: SeatOfferStatus.EXPIRED,
  [RegistrationStatus.OFFER_DECLINED]: SeatOfferStatus.DECLINED,
};

/** An offer ends with the last of those it was for. */
async function closeOffers(tx: EntityManager, registrations: readonly Registration[], to: Ending['to']): Promise<void> {
  const ids = new Set(registrations.flatMap(({ seatOffer }) => (seatOffer ? [seatOffer.id] : [])));
  if (ids.size === 0) return;
  const offers = await tx.find(SeatOffer, { id: { $in: [...ids] }, status: SeatOfferStatus.OPEN });
  const held = await tx.find(Registration, { seatOffer: { $in: offers }, status: RegistrationStatus.OFFERED });
  const stillFor = new Set(held.map(({ seatOffer }) => seatOffer?.id));
  for (const offer of offers) {
    if (!stillFor.has(offer.id)) offer.status = OFFER_ENDS[to] ?? SeatOfferStatus.WITHDRAWN;
  }
}
