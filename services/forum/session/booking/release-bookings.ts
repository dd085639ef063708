import type { EntityManager } from '@mikro-orm/postgresql';
import type { Registration } from '../../registration/registration.entity.ts';
import { BookingStatus } from './booking.rules.ts';
import { type BookingAct, endBookings } from './end-bookings.ts';
import { lockBookings } from './lock-bookings.ts';

/**
 * Cancels every open booking of registrations that end, and offers the seats on, in the caller's transaction.
 *
 * Call it once for all registrations of a transaction: it locks the seats of their sessions in one order.
 */
export async function releaseBookings(
  tx: EntityManager,
  registrations: readonly Registration[],
  act: BookingAct,
  now: Date,
): Promise<void> {
  const bookings = await lockBookings(
    tx,
    registrations.map(({ id }) => id),
  );
  await endBookings(tx, bookings, { ...act, to: BookingStatus.CANCELLED }, now);
}
