import { type TransitionTable, transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { EditionStatus } from '../../edition/edition.rules.ts';
import { RegistrationStatus } from '../../registration/registration.rules.ts';
import { SessionStatus } from '../session.rules.ts';

export enum BookingStatus {
  BOOKED = 'BOOKED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  CANCELLED = 'CANCELLED',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  OFFER_DECLINED = 'OFFER_DECLINED',
}

/** Who takes a step: the person who booked, those who run the edition, or the portal by its own rules and clock. */
export type BookingActor = 'participant' | 'organiser' | 'portal';

const { BOOKED, WAITLISTED, OFFERED, CANCELLED, ATTENDED, NO_SHOW } = BookingStatus;
const { SESSION_CANCELLED, OFFER_EXPIRED, OFFER_DECLINED } = BookingStatus;

/** The life of a booking. Ended states have no way on; whoever comes back books anew. */
export const bookingTransitions: TransitionTable<BookingStatus, BookingActor> = [
  { from: WAITLISTED, to: OFFERED, by: ['portal'] },
  { from: OFFERED, to: BOOKED, by: ['participant'] },
  { from: OFFERED, to: OFFER_DECLINED, by: ['participant'] },
  { from: OFFERED, to: OFFER_EXPIRED, by: ['portal'] },
  { from: BOOKED, to: ATTENDED, by: ['portal'] },
  { from: BOOKED, to: NO_SHOW, by: ['portal'] },
  ...[BOOKED, WAITLISTED, OFFERED].flatMap((from) => [
    { from, to: CANCELLED, by: ['participant', 'portal'] as const },
    { from, to: SESSION_CANCELLED, by: ['organiser'] as const },
  ]),
];

/** States in which a booking waits for its session, on a seat or for one. */
export const OPEN: readonly BookingStatus[] = [BOOKED, WAITLISTED, OFFERED];

/** States in which a booking stands in the way of another one for the same session. */
export const ACTIVE: readonly BookingStatus[] = [...OPEN, ATTENDED, NO_SHOW];

/** States in which a booking takes its person's time, so that nothing else may be booked for it. */
export const HOLDING: readonly BookingStatus[] = [BOOKED, OFFERED];

/** When a session takes place, in `[startsAt, endsAt)`, and whether people come and go. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isOpenDoor: boolean;
}

/** A person's booking as far as it decides about others. */
export interface HeldBooking extends Slot {
  readonly id: string;
  readonly sessionId: string;
  readonly status: BookingStatus;
}

/** Whether nobody can be in both. Whoever is at an open door can leave. */
export function overlaps(one: Slot, other: Slot): boolean {
  if (one.isOpenDoor || other.isOpenDoor) return false;
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** What a session asks of whoever would sit in it. */
export interface SessionTerms extends Slot {
  readonly id: string;
  readonly status: SessionStatus;
  readonly editionStatus: EditionStatus;
}

const CALLED_OFF: readonly EditionStatus[] = [EditionStatus.CANCELLED, EditionStatus.POSTPONED];
const PAST: readonly EditionStatus[] = [EditionStatus.FINISHED, EditionStatus.ARCHIVED];

/** Why nobody is seated in a session any more; null until it begins. */
export function seatingEnded(
  { status, editionStatus, startsAt }: Omit<SessionTerms, 'id' | 'endsAt' | 'isOpenDoor'>,
  now: Date,
): 'session-cancelled' | 'session-over' | null {
  if (status === SessionStatus.CANCELLED || CALLED_OFF.includes(editionStatus)) return 'session-cancelled';
  return startsAt <= now || PAST.includes(editionStatus) ? 'session-over' : null;
}

/** Seats of a session, counted in people. */
export interface SessionSeats {
  readonly free: number;
  readonly waiting: number;
  readonly waitlistLimit: number;
}

export type SessionAdmission =
  | { readonly status: BookingStatus.BOOKED | BookingStatus.WAITLISTED }
  | { readonly refusal: 'session-cancelled' | 'session-over' | 'full' }
  | {
      readonly refusal: 'registration-not-confirmed';
      /** Null for whoever is not registered for the edition. */
      readonly status: RegistrationStatus | null;
    }
  | { readonly refusal: 'already-booked'; readonly bookingId: string }
  | { readonly refusal: 'overlap'; readonly bookingIds: readonly string[] };

/** States of a registration in which its person takes part. */
export const TAKES_PART: readonly RegistrationStatus[] = [RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED];

/**
 * Decides whether a person gets a seat in a session, or a place in its queue.
 *
 * `registration` is null for whoever is not registered for the edition, `mine` are that registration's bookings, and
 * `seats` is null for a session that has room for all. Free seats have been offered to those who wait: one that is free
 * still is one that nobody who waits could take.
 */
export function admitToSession(
  session: SessionTerms,
  registration: RegistrationStatus | null,
  mine: readonly HeldBooking[],
  seats: SessionSeats | null,
  now: Date,
): SessionAdmission {
  const ended = seatingEnded(session, now);
  if (ended) return { refusal: ended };
  if (registration === null || !TAKES_PART.includes(registration)) {
    return { refusal: 'registration-not-confirmed', status: registration };
  }
  const earlier = mine.find(({ sessionId, status }) => sessionId === session.id && ACTIVE.includes(status));
  if (earlier) return { refusal: 'already-booked', bookingId: earlier.id };
  const conflicting = mine.filter((booking) => HOLDING.includes(booking.status) && overlaps(booking, session));
  if (conflicting.length > 0) return { refusal: 'overlap', bookingIds: conflicting.map(({ id }) => id) };
  if (seats === null || seats.free > 0) return { status: BOOKED };
  return seats.waiting < seats.waitlistLimit ? { status: WAITLISTED } : { refusal: 'full' };
}

const HOUR_MS = 3_600_000;

/** Until when a seat offered now can be taken: as long as the edition grants, and never past the session's start. */
export function seatOfferExpiry(seatOfferHours: number, startsAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + seatOfferHours * HOUR_MS, startsAt.getTime()));
}

/** A booking as far as its own next steps go. */
export interface BookingTimes {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  /** Null where no seat was ever offered. */
  readonly offerExpiresAt: Date | null;
}

/** When an offer of a seat has run out; null while it can be taken, and where there never was one. */
export function offerRanOutAt({ status, startsAt, offerExpiresAt }: BookingTimes, now: Date): Date | null {
  if (offerExpiresAt === null) return null;
  // A session may have been moved to an earlier time since.
  const end = startsAt < offerExpiresAt ? startsAt : offerExpiresAt;
  return status === OFFER_EXPIRED || (status === OFFERED && end <= now) ? end : null;
}

/** Where the person may take a booking from here: nowhere once the session has begun, or the offer has run out. */
export function stepsOfParticipant(booking: BookingTimes, now: Date): BookingStatus[] {
  if (booking.startsAt <= now || offerRanOutAt(booking, now)) return [];
  return transitionsFrom(bookingTransitions, booking.status, 'participant');
}

/** Why somebody who waits for a seat in a session has no offer. */
export enum NoSessionOfferReason {
  NO_FREE_SEAT = 'NO_FREE_SEAT',
  OVERLAPPING_BOOKING = 'OVERLAPPING_BOOKING',
  SEATING_ENDED = 'SEATING_ENDED',
}

/** The reason that somebody who waits can act on comes before the one that they can only wait out. */
export function noSessionOfferReason(hasOverlap: boolean, hasEnded: boolean): NoSessionOfferReason {
  if (hasEnded) return NoSessionOfferReason.SEATING_ENDED;
  return hasOverlap ? NoSessionOfferReason.OVERLAPPING_BOOKING : NoSessionOfferReason.NO_FREE_SEAT;
}
