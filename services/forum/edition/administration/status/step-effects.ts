import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../../shared/journal/journal.ts';
import { revokeBadgesOfEdition } from '../../../badge/revoke-badges-of-edition.ts';
import { closeAttendance } from '../../../check-in/attendance.ts';
import { RegistrationStatus } from '../../../registration/registration.rules.ts';
import { endBookingsOfEdition } from '../../../session/booking/end-bookings-of-edition.ts';
import { offerFreeSeats } from '../../../waiting-list/offer-free-seats.ts';
import { SeatOfferStatus } from '../../../waiting-list/waiting-list.rules.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { closeOffers, type Move, moveRegistrations } from './move-registrations.ts';

const { DRAFT, SUBMITTED, PENDING_REVIEW, CONFIRMED, WAITLISTED, OFFERED } = RegistrationStatus;
const { OFFER_EXPIRED, CANCELLED } = RegistrationStatus;

/** Which edition takes a step, and by whose act. */
export type Step = Pick<Move, 'editionId' | 'actorId' | 'command'>;
type Effect = (tx: EntityManager, step: Step, now: Date) => Promise<void>;

/** What follows from a state that an edition enters, for those who registered; nothing for a state that is absent. */
const effects: Readonly<Partial<Record<EditionStatus, Effect>>> = {
  [EditionStatus.REGISTRATION_OPEN]: (tx, { editionId }, now) => offerFreeSeats(tx, editionId, now),
  [EditionStatus.FINISHED]: finish,
  [EditionStatus.CANCELLED]: cancel,
  [EditionStatus.POSTPONED]: suspendOffers,
};

/** Does what follows from a step, in its transaction, whose locks of the edition and its seats it needs. */
export async function followStep(tx: EntityManager, to: EditionStatus, step: Step, now: Date): Promise<void> {
  await tx.flush();
  await effects[to]?.(tx, step, now);
}

const END = { event: 'RegistrationEnded' };

async function finish(tx: EntityManager, step: Step, now: Date): Promise<void> {
  const { editionId } = step;
  await closeOffers(tx, editionId, SeatOfferStatus.EXPIRED);
  await moveRegistrations(tx, { ...step, ...END, from: [OFFERED], to: OFFER_EXPIRED }, now);
  const undecided = [DRAFT, SUBMITTED, PENDING_REVIEW, WAITLISTED];
  await moveRegistrations(tx, { ...step, ...END, from: undecided, to: CANCELLED }, now);
  await closeAttendance(tx, editionId, now);
  publish(tx, 'EditionFinished', { editionId }, now);
}

async function cancel(tx: EntityManager, step: Step, now: Date): Promise<void> {
  const { editionId } = step;
  await closeOffers(tx, editionId, SeatOfferStatus.WITHDRAWN);
  const from = [DRAFT, SUBMITTED, PENDING_REVIEW, WAITLISTED, OFFERED, CONFIRMED];
  await moveRegistrations(tx, { ...step, ...END, from, to: CANCELLED }, now);
  await endBookingsOfEdition(tx, editionId, step, now);
  await revokeBadgesOfEdition(tx, editionId, step, now);
}

/** Whoever was offered a seat goes back to the place in the queue they came from, even past the limit of the queue. */
async function suspendOffers(tx: EntityManager, step: Step, now: Date): Promise<void> {
  const { editionId } = step;
  await tx.execute(
    'update availability set waitlist_limit = waiting + offered where id = ? and waiting + offered > waitlist_limit',
    [editionId],
  );
  await closeOffers(tx, editionId, SeatOfferStatus.WITHDRAWN);
  await moveRegistrations(tx, { ...step, event: 'SeatOfferWithdrawn', from: [OFFERED], to: WAITLISTED }, now);
  publish(tx, 'EditionPostponed', { editionId }, now);
}
