import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Booking } from './booking.entity.ts';
import { BookingStatus, OPEN } from './booking.rules.ts';

/**
 * Locks registrations and then, in the order of their IDs, the seats of the sessions that ending bookings of theirs can
 * free a seat in: those they are booked for, and those they wait for, which they may then be able to take.
 *
 * Returns their open bookings under lock, or the one that is asked for, in the order of IDs.
 */
export async function lockBookings(
  tx: EntityManager,
  registrationIds: readonly string[],
  bookingId: string | null = null,
): Promise<Booking[]> {
  const ids = [...registrationIds];
  await tx.flush();
  if (ids.length === 0) return [];
  await tx.execute('select id from registration where id in (?) order by id for update', [ids]);
  const isEnding = bookingId === null ? '' : 'and (id = ? or status = ?)';
  const ending = bookingId === null ? [] : [bookingId, BookingStatus.WAITLISTED];
  await tx.execute(
    `select id from availability where id in (
       select session_id from booking where registration_id in (?) and status in (?) ${isEnding}
     ) order by id for update`,
    [ids, [...OPEN], ...ending],
  );
  return tx.find(
    Booking,
    { registration: { $in: ids }, ...(bookingId === null ? { status: { $in: [...OPEN] } } : { id: bookingId }) },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
