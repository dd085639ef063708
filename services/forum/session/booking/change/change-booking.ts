import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { Booking } from '../booking.entity.ts';
import { BookingStatus, offerRanOutAt, stepsOfParticipant } from '../booking.rules.ts';
import { bookingKeys, endBookings } from '../end-bookings.ts';
import { lockBookings } from '../lock-bookings.ts';

export interface ChangeBooking {
  readonly personId: string;
  readonly bookingId: string;
  readonly expectedVersion: number | null;
}

export type ChangeBookingOutcome =
  | { readonly bookingId: string }
  | { readonly refusal: 'booking-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | { readonly refusal: 'offer-expired'; readonly expiredAt: Date }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: BookingStatus;
      readonly to: BookingStatus;
      readonly allowed: readonly BookingStatus[];
    };

/**
 * Cancels a person's own booking, whether on a seat, offered one or waiting, until the session begins. The seat is
 * offered on in the same transaction. Cancelling what is cancelled already changes nothing.
 */
export function cancelBooking(em: EntityManager, command: ChangeBooking, now: Date): Promise<ChangeBookingOutcome> {
  return change(em, command, BookingStatus.CANCELLED, now, (tx, booking) =>
    endBookings(
      tx,
      [booking],
      { to: BookingStatus.CANCELLED, actorId: command.personId, command: 'cancelBooking' },
      now,
    ),
  );
}

/** Gives an offered seat back, and with it the place in the queue; the next in line is offered it at once. */
export function declineBookingOffer(
  em: EntityManager,
  command: ChangeBooking,
  now: Date,
): Promise<ChangeBookingOutcome> {
  return change(em, command, BookingStatus.OFFER_DECLINED, now, (tx, booking) =>
    endBookings(
      tx,
      [booking],
      { to: BookingStatus.OFFER_DECLINED, actorId: command.personId, command: 'declineBookingOffer' },
      now,
    ),
  );
}

/** Takes an offered seat. An offer that has run out is refused, also before the portal has noticed. */
export function acceptBookingOffer(
  em: EntityManager,
  command: ChangeBooking,
  now: Date,
): Promise<ChangeBookingOutcome> {
  return change(em, command, BookingStatus.BOOKED, now, async (tx, booking) => {
    booking.status = BookingStatus.BOOKED;
    const changes = [{ field: 'status', from: BookingStatus.OFFERED, to: BookingStatus.BOOKED }];
    const act = { actorId: command.personId, command: 'acceptBookingOffer', subjectId: booking.id, changes };
    audit(tx, act, now);
    publish(tx, 'SessionSeatAccepted', bookingKeys(booking), now);
  });
}

function change(
  em: EntityManager,
  { personId, bookingId, expectedVersion }: ChangeBooking,
  to: BookingStatus,
  now: Date,
  act: (tx: EntityManager, booking: Booking) => Promise<void>,
): Promise<ChangeBookingOutcome> {
  return em.transactional(async (tx) => {
    const known = await tx.findOne(Booking, { id: bookingId, personId });
    const [booking] = known ? await lockBookings(tx, [known.registration.id], bookingId) : [];
    if (!booking) return { refusal: 'booking-not-found' };
    const { status: from, version, startsAt } = booking;
    if (from === to) return { bookingId };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    const expiredAt = offerRanOutAt({ status: from, startsAt, offerExpiresAt: booking.offerExpiresAt ?? null }, now);
    if (expiredAt) return { refusal: 'offer-expired', expiredAt };
    const times = { status: from, startsAt, offerExpiresAt: booking.offerExpiresAt ?? null };
    const allowed = stepsOfParticipant(times, now);
    if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, to, allowed };

    await act(tx, booking);
    return { bookingId };
  });
}
