import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { type LockedSeats, lockSeats } from '../../../availability/lock-seats.ts';
import { Session } from '../../session.entity.ts';
import { BookingStatus, seatingEnded, seatOfferExpiry } from '../booking.rules.ts';
import { holdSeat } from './hold-seat.ts';

/** Candidates looked at together where there is room for all. */
const BATCH = 100;

/** Somebody who waits and could take a seat. */
interface Candidate {
  readonly id: string;
  readonly registrationId: string;
  readonly personId: string | null;
}

/**
 * Offers the free seats of a session to whoever has waited longest and holds no other seat at that time; those who do
 * are passed over and keep their place. In the transaction that freed a seat, or made room for somebody.
 *
 * Holds the lock on the session's seats until commit. Returns the seats as they are left; null where there is room for
 * all.
 */
export async function offerSessionSeats(tx: EntityManager, sessionId: string, now: Date): Promise<LockedSeats | null> {
  const seats = await lockSeats(tx, sessionId);
  if (seats?.free === 0 || seats?.waiting === 0) return seats;
  // Those who wait where there is room for all since do so until it suits them.
  const first = await candidatesOf(tx, sessionId, 1);
  if (first.length === 0) return seats;
  const session = await tx.findOneOrFail(Session, sessionId, { refresh: true });
  const { status, seatOfferHours } = await session.edition.loadOrFail({ refresh: true });
  const terms = { status: session.status, startsAt: session.startsAt, editionStatus: status };
  if (seatingEnded(terms, now)) return seats;

  const expiresAt = seatOfferExpiry(seatOfferHours, session.startsAt, now);
  for (let free = seats?.free ?? BATCH; free > 0; ) {
    const candidates = await candidatesOf(tx, sessionId, free);
    if (candidates.length === 0) break;
    for (const candidate of candidates) {
      const isOffered = await offer(tx, session, candidate, expiresAt, now);
      if (isOffered && seats) free--;
    }
  }
  return lockSeats(tx, sessionId);
}

function candidatesOf(tx: EntityManager, sessionId: string, free: number): Promise<Candidate[]> {
  return tx.execute<Candidate[]>(
    `select waiting.id, waiting.registration_id as "registrationId", waiting.person_id as "personId"
     from booking as waiting
     where waiting.session_id = ? and waiting.status = 'WAITLISTED' and not exists (
       select from booking as held
       where held.registration_id = waiting.registration_id and held.status in ('BOOKED', 'OFFERED')
         and not held.is_open_door and not waiting.is_open_door
         and tstzrange(held.starts_at, held.ends_at) && tstzrange(waiting.starts_at, waiting.ends_at))
     order by waiting.booked_at, waiting.id
     limit ?`,
    [sessionId, free],
  );
}

/** False where the person has taken another seat at that time meanwhile. */
async function offer(
  tx: EntityManager,
  { id: sessionId, edition }: Session,
  { id, registrationId, personId }: Candidate,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  let isOffered = false;
  await holdSeat(tx, async () => {
    const offered = await tx.execute<unknown[]>(
      `update booking set status = 'OFFERED', offer_expires_at = ?, version = version + 1
       where id = ? and status = 'WAITLISTED' returning id`,
      [expiresAt, id],
    );
    isOffered = offered.length > 0;
  });
  if (!isOffered) return false;
  const changes = [
    { field: 'status', from: BookingStatus.WAITLISTED, to: BookingStatus.OFFERED },
    { field: 'offerExpiresAt', from: null, to: expiresAt.toISOString() },
  ];
  audit(tx, { actorId: null, command: 'offerSessionSeat', subjectId: id, changes }, now);
  const keys = { bookingId: id, sessionId, registrationId, editionId: edition.id, personId };
  publish(tx, 'SessionSeatOffered', { ...keys, expiresAt: expiresAt.toISOString() }, now);
  return true;
}
