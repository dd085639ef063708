import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import { newId } from '../../../../shared/ids.ts';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { EditionStatus } from '../../../edition/edition.rules.ts';
import { Registration } from '../../../registration/registration.entity.ts';
import { RELEASED } from '../../../registration/registration.rules.ts';
import { Session } from '../../session.entity.ts';
import { Booking } from '../booking.entity.ts';
import {
  ACTIVE,
  admitToSession,
  type BookingStatus,
  type HeldBooking,
  type SessionAdmission,
} from '../booking.rules.ts';
import { holdSeat } from '../offer/hold-seat.ts';
import { offerSessionSeats } from '../offer/offer-session-seats.ts';

export interface BookSession {
  readonly personId: string;
  readonly sessionId: string;
  readonly idempotencyKey: string | null;
}

export type BookSessionOutcome =
  | { readonly bookingId: string }
  | { readonly refusal: 'session-not-found' | 'idempotency-key-reused' }
  | Extract<SessionAdmission, { refusal: string }>;

/**
 * Books a seat in a session for a confirmed participant, or a place in its queue.
 *
 * Locks the person's registration, the session and its seats, in this order: a person's own bookings are decided one by
 * one, and so are those who race for the last seat. A seat that is free goes to whoever waits for it first.
 */
export function bookSession(em: EntityManager, command: BookSession, now: Date): Promise<BookSessionOutcome> {
  const { personId, sessionId, idempotencyKey } = command;
  return em.transactional((tx) =>
    once<BookSessionOutcome>(
      tx,
      { actorId: personId, operation: 'bookSession', key: idempotencyKey, input: { sessionId } },
      now,
      () => book(tx, command, now),
    ),
  );
}

async function book(
  tx: EntityManager,
  { personId, sessionId }: BookSession,
  now: Date,
): Promise<Exclude<BookSessionOutcome, { refusal: 'idempotency-key-reused' }>> {
  const known = await tx.findOne(Session, sessionId);
  if (!known) return { refusal: 'session-not-found' };
  const registration = await tx.findOne(
    Registration,
    { edition: known.edition, personId, status: { $nin: [...RELEASED] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const session = await tx.findOneOrFail(Session, sessionId, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  const { id, startsAt, endsAt, isOpenDoor, status } = session;
  const edition = await session.edition.loadOrFail();
  if (edition.status === EditionStatus.DRAFT) return { refusal: 'session-not-found' };
  const terms = { id, startsAt, endsAt, isOpenDoor, status, editionStatus: edition.status };
  const seats = await offerSessionSeats(tx, sessionId, now);
  const mine = registration ? await bookingsOf(tx, registration.id) : [];

  const admission = admitToSession(terms, registration?.status ?? null, mine, seats, now);
  if ('refusal' in admission) return admission;
  if (!registration) throw new Error('nobody is admitted without a registration');
  const bookingId = newId('session_booking');
  const isHeld = await holdSeat(tx, () =>
    tx.execute('insert into booking (id, session_id, registration_id, status, booked_at) values (?, ?, ?, ?, ?)', [
      bookingId,
      sessionId,
      registration.id,
      admission.status,
      now,
    ]),
  );
  if (!isHeld) {
    // Another seat was offered to the person in the same moment.
    const late = admitToSession(terms, registration.status, await bookingsOf(tx, registration.id), seats, now);
    if ('refusal' in late && late.refusal === 'overlap') return late;
    throw new Error(`booking of ${sessionId} is refused without a reason`);
  }
  note(tx, { bookingId, sessionId, registrationId: registration.id, editionId: edition.id, personId }, admission, now);
  return { bookingId };
}

async function bookingsOf(tx: EntityManager, registrationId: string): Promise<HeldBooking[]> {
  const bookings = await tx.find(
    Booking,
    { registration: registrationId, status: { $in: [...ACTIVE] } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, refresh: true },
  );
  return bookings.map(({ id, session, status, startsAt, endsAt, isOpenDoor }) => ({
    id,
    sessionId: session.id,
    status,
    startsAt,
    endsAt,
    isOpenDoor,
  }));
}

function note(
  tx: EntityManager,
  keys: Readonly<Record<'bookingId' | 'sessionId' | 'registrationId' | 'editionId' | 'personId', string>>,
  { status }: { readonly status: BookingStatus },
  now: Date,
): void {
  const changes = [{ field: 'status', from: null, to: status }];
  audit(tx, { actorId: keys.personId, command: 'bookSession', subjectId: keys.bookingId, changes }, now);
  publish(tx, 'SessionBooked', { ...keys, status }, now);
}
