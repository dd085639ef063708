import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { endRegistrations } from '../registration/end-registration.ts';
import { confirmRegistration } from '../registration/note-registration.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { SeatOffer } from './waiting-list.entity.ts';
import { SeatOfferStatus } from './waiting-list.rules.ts';

export interface AnswerSeatOffer {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly seatOfferId: string;
  readonly expectedVersion: number | null;
  /** Whether the actor may answer for groups of an edition whose contact does not; nobody else may when absent. */
  readonly mayAnswerFor?: (editionId: string) => boolean;
}

export type AnswerSeatOfferOutcome =
  | { readonly registrationIds: readonly string[] }
  | { readonly refusal: 'offer-not-found' | 'offer-for-group' | 'idempotency-key-reused' }
  | { readonly refusal: 'offer-expired'; readonly expiredAt: string }
  | { readonly refusal: 'offer-ended'; readonly status: SeatOfferStatus }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Takes an offered seat: the registration is confirmed. A group's offer is taken as a whole, by whoever registered it
 * or decides about registrations.
 *
 * An offer that has run out is refused, also before the portal has noticed.
 */
export function acceptSeatOffer(
  em: EntityManager,
  command: AnswerSeatOffer,
  now: Date,
): Promise<AnswerSeatOfferOutcome> {
  return answer(em, 'acceptSeatOffer', command, now, async (tx, offer, registrations) => {
    offer.status = SeatOfferStatus.ACCEPTED;
    const act = { actorId: command.actorId, isForOthers: true, command: 'acceptSeatOffer' };
    for (const registration of registrations) confirmRegistration(tx, registration, act, now);
  });
}

/** Gives an offered seat back, and with it the place in the queue; the next in line is offered it at once. */
export function declineSeatOffer(
  em: EntityManager,
  command: AnswerSeatOffer,
  now: Date,
): Promise<AnswerSeatOfferOutcome> {
  return answer(em, 'declineSeatOffer', command, now, async (tx, _offer, registrations) => {
    const act = { actorId: command.actorId, isForOthers: true, command: 'declineSeatOffer' };
    await endRegistrations(tx, registrations, { ...act, to: RegistrationStatus.OFFER_DECLINED }, now);
  });
}

type Act = (tx: EntityManager, offer: SeatOffer, registrations: readonly Registration[]) => Promise<void>;

function answer(
  em: EntityManager,
  operation: 'acceptSeatOffer' | 'declineSeatOffer',
  { actorId, idempotencyKey, mayAnswerFor = () => false, ...input }: AnswerSeatOffer,
  now: Date,
  act: Act,
): Promise<AnswerSeatOfferOutcome> {
  return em.transactional((tx) =>
    once<AnswerSeatOfferOutcome>(tx, { actorId, operation, key: idempotencyKey, input }, now, async () => {
      const offer = await lockOffer(tx, input.seatOfferId);
      if (!offer) return { refusal: 'offer-not-found' };
      const registrations = await tx.find(
        Registration,
        { seatOffer: offer },
        { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      const group = await offer.group?.loadOrFail();
      const isMember = registrations.some(({ personId }) => personId === actorId);
      if (group && group.contactPersonId !== actorId && !mayAnswerFor(offer.edition.id))
        return { refusal: isMember ? 'offer-for-group' : 'offer-not-found' };
      if (!group && !isMember) return { refusal: 'offer-not-found' };
      if (input.expectedVersion !== null && input.expectedVersion !== offer.version) {
        return { refusal: 'version-conflict', currentVersion: offer.version };
      }
      const hasRunOut = offer.status === SeatOfferStatus.OPEN && offer.expiresAt <= now;
      if (hasRunOut || offer.status === SeatOfferStatus.EXPIRED) {
        return { refusal: 'offer-expired', expiredAt: offer.expiresAt.toISOString() };
      }
      if (offer.status !== SeatOfferStatus.OPEN) return { refusal: 'offer-ended', status: offer.status };

      const offered = registrations.filter(({ status }) => status === RegistrationStatus.OFFERED);
      await act(tx, offer, offered);
      return { registrationIds: offered.map(({ id }) => id) };
    }),
  );
}

/** An offer under lock, and the seats of its edition before it. */
async function lockOffer(tx: EntityManager, id: string): Promise<SeatOffer | null> {
  const known = await tx.findOne(SeatOffer, id);
  if (!known) return null;
  await lockSeats(tx, known.edition.id);
  return tx.findOne(SeatOffer, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
