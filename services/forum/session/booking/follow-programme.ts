import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Session } from '../session.entity.ts';
import { SessionStatus } from '../session.rules.ts';
import { Booking } from './booking.entity.ts';
import { BookingStatus, OPEN } from './booking.rules.ts';
import { type BookingAct, endBookings } from './end-bookings.ts';
import { offerSessionSeats } from './offer/offer-session-seats.ts';

/** A booking whose session now overlaps another one of the same person's. Nobody is dropped: the person decides. */
export interface BookingConflict {
  readonly bookingId: string;
  readonly sessionId: string;
  /** The sessions it overlaps. */
  readonly otherSessionIds: readonly string[];
}

/**
 * Locks sessions that are about to be changed, and the seats that bookings free when they follow.
 *
 * Call it once in a transaction, before anything of the sessions is written: whoever books locks in the same order.
 */
export async function lockSessions(tx: EntityManager, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const ids = [...sessionIds];
  await tx.flush();
  await tx.execute('select id from session where id in (?) order by id for update', [ids]);
  await tx.execute(
    `select id from availability where id in (?) or id in (
       select waiting.session_id from booking
       join booking as waiting on waiting.registration_id = booking.registration_id and waiting.status = 'WAITLISTED'
       where booking.session_id in (?) and booking.status in (?)
     ) order by id for update`,
    [ids, ids, [...OPEN]],
  );
}

/**
 * Lets bookings follow sessions that were changed, in the transaction that changed them after `lockSessions`.
 *
 * The bookings of cancelled ones end; those of moved ones have moved already, since the database sees to it. Free seats are
 * offered to those who can take them now. Returns the bookings that overlap since.
 */
export async function followProgramme(
  tx: EntityManager,
  sessionIds: readonly string[],
  act: BookingAct,
  now: Date,
): Promise<BookingConflict[]> {
  if (sessionIds.length === 0) return [];
  const ids = [...sessionIds];
  await tx.flush();
  const cancelled = await tx.find(Session, { id: { $in: ids }, status: SessionStatus.CANCELLED }, { refresh: true });
  const ending = await tx.find(
    Booking,
    { session: { $in: cancelled }, status: { $in: [...OPEN] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  await endBookings(tx, ending, { ...act, to: BookingStatus.SESSION_CANCELLED }, now);
  const awaited = await tx.execute<{ session_id: string }[]>(
    `select distinct waiting.session_id from booking
     join booking as waiting on waiting.registration_id = booking.registration_id and waiting.status = 'WAITLISTED'
     where booking.session_id in (?) order by waiting.session_id`,
    [ids],
  );
  const offering = new Set([...ids, ...awaited.map(({ session_id }) => session_id)]);
  for (const sessionId of offering) await offerSessionSeats(tx, sessionId, now);
  return conflictsOf(tx, ids);
}

function conflictsOf(tx: EntityManager, sessionIds: string[]): Promise<BookingConflict[]> {
  return tx.execute<BookingConflict[]>(
    `select moved.id as "bookingId", moved.session_id as "sessionId",
       array_agg(held.session_id order by held.starts_at, held.session_id) as "otherSessionIds"
     from booking as moved
     join booking as held on held.registration_id = moved.registration_id and held.id <> moved.id
       and held.status in ('BOOKED', 'OFFERED') and not held.is_open_door
       and tstzrange(held.starts_at, held.ends_at) && tstzrange(moved.starts_at, moved.ends_at)
     where moved.session_id in (?) and moved.status in ('BOOKED', 'OFFERED') and not moved.is_open_door
     group by moved.id, moved.session_id, moved.starts_at order by moved.starts_at, moved.id`,
    [sessionIds],
  );
}
