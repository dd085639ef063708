import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Booking } from './booking.entity.ts';
import { BookingStatus } from './booking.rules.ts';
import { offerSessionSeats } from './offer/offer-session-seats.ts';

/** Who did it, by which use case. */
export interface BookingAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  /** True where the actor acts for the participant, such as whoever registered a group. */
  readonly isForOthers?: boolean;
  readonly command: string;
  readonly reason?: string | null;
}

/** A way out of a session. */
export interface BookingEnding extends BookingAct {
  readonly to:
    | BookingStatus.CANCELLED
    | BookingStatus.SESSION_CANCELLED
    | BookingStatus.OFFER_DECLINED
    | BookingStatus.OFFER_EXPIRED;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Ends bookings and offers the seats on: theirs, and those the same people wait for and can take now.
 *
 * In the caller's transaction, which has them from `lockBookings` and knows that the step is allowed.
 */
export async function endBookings(
  tx: EntityManager,
  bookings: readonly Booking[],
  { to, isForOthers = false, ...act }: BookingEnding,
  now: Date,
): Promise<void> {
  if (bookings.length === 0) return;
  for (const booking of bookings) {
    const { id, status: from, personId = null } = booking;
    const onBehalfOfId = isForOthers && personId !== act.actorId ? personId : null;
    booking.status = to;
    audit(tx, { ...act, onBehalfOfId, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
    publish(tx, 'SessionBookingEnded', { ...bookingKeys(booking), from, to }, now);
  }
  await tx.flush();
  const waiting = await tx.find(Booking, {
    registration: { $in: [...new Set(bookings.map(({ registration }) => registration.id))] },
    status: BookingStatus.WAITLISTED,
  });
  const sessions = new Set([...bookings, ...waiting].map(({ session }) => session.id));
  for (const sessionId of [...sessions].sort()) await offerSessionSeats(tx, sessionId, now);
}

/** What an event about a booking says whom and what it concerns by. */
export function bookingKeys({ id, session, registration, edition, personId }: Booking) {
  return {
    bookingId: id,
    sessionId: session.id,
    registrationId: registration.id,
    editionId: edition.id,
    personId: personId ?? null,
  };
}
