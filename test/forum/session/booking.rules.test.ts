import { describe, expect, it } from 'vitest';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import {
  admitToSession,
  BookingStatus,
  bookingTransitions,
  type HeldBooking,
  noSessionOfferReason,
  offerRanOutAt,
  overlaps,
  seatOfferExpiry,
  stepsOfParticipant,
} from '../../../services/forum/session/booking/booking.rules.ts';
import { SessionStatus } from '../../../services/forum/session/session.rules.ts';

const hour = (of: number) => new Date(Date.UTC(2026, 9, 2, of));
const now = hour(1);
const slot = (from: number, until: number, isOpenDoor = false) => ({
  startsAt: hour(from),
  endsAt: hour(until),
  isOpenDoor,
});
const session = {
  id: 'session_1',
  ...slot(5, 7),
  status: SessionStatus.SCHEDULED,
  editionStatus: EditionStatus.REGISTRATION_CLOSED,
};
const seats = { free: 1, waiting: 0, waitlistLimit: 1 };
const mine = (status: BookingStatus, from = 6, until = 8, sessionId = 'session_2'): HeldBooking => ({
  id: 'booking_1',
  sessionId,
  status,
  ...slot(from, until),
});

describe('a session', () => {
  it.each([
    ['seats somebody while a seat is free', seats, { status: 'BOOKED' }],
    ['seats a newcomer where nobody who waits can', { ...seats, waiting: 1 }, { status: 'BOOKED' }],
    ['queues the next one', { ...seats, free: 0 }, { status: 'WAITLISTED' }],
    ['refuses where the queue is full', { free: 0, waiting: 1, waitlistLimit: 1 }, { refusal: 'full' }],
    ['seats everybody where there is room for all', null, { status: 'BOOKED' }],
  ])('%s', (_case, taken, admission) =>
    expect(admitToSession(session, RegistrationStatus.CONFIRMED, [], taken, now)).toEqual(admission),
  );

  it.each([
    ['that has begun', { ...session, startsAt: now }, 'session-over'],
    ['of an edition that is over', { ...session, editionStatus: EditionStatus.FINISHED }, 'session-over'],
    ['that is cancelled', { ...session, status: SessionStatus.CANCELLED }, 'session-cancelled'],
    ['of an edition that is put off', { ...session, editionStatus: EditionStatus.POSTPONED }, 'session-cancelled'],
  ])('%s seats nobody', (_case, ended, refusal) =>
    expect(admitToSession(ended, RegistrationStatus.CONFIRMED, [], seats, now)).toEqual({ refusal }),
  );

  it.each([null, ...Object.values(RegistrationStatus)])('takes confirmed participants: %s', (status) => {
    const takesPart = status === RegistrationStatus.CONFIRMED || status === RegistrationStatus.ATTENDED;

    expect(admitToSession(session, status, [], seats, now)).toEqual(
      takesPart ? { status: 'BOOKED' } : { refusal: 'registration-not-confirmed', status },
    );
  });

  it.each([
    ['a seat at the same time', mine(BookingStatus.BOOKED), { refusal: 'overlap', bookingIds: ['booking_1'] }],
    ['an offer at the same time', mine(BookingStatus.OFFERED), { refusal: 'overlap', bookingIds: ['booking_1'] }],
    ['a place in a queue at the same time', mine(BookingStatus.WAITLISTED), { status: 'BOOKED' }],
    ['a seat right after it', mine(BookingStatus.BOOKED, 7, 8), { status: 'BOOKED' }],
    ['a seat right before it', mine(BookingStatus.BOOKED, 4, 5), { status: 'BOOKED' }],
    [
      'a seat in it',
      mine(BookingStatus.WAITLISTED, 5, 7, 'session_1'),
      { refusal: 'already-booked', bookingId: 'booking_1' },
    ],
    ['a booking of it that has ended', mine(BookingStatus.CANCELLED, 5, 7, 'session_1'), { status: 'BOOKED' }],
  ])('looks at what the person has: %s', (_case, held, admission) =>
    expect(admitToSession(session, RegistrationStatus.CONFIRMED, [held], seats, now)).toEqual(admission),
  );
});

it('lets open doors overlap anything', () => {
  expect([overlaps(slot(5, 7), slot(6, 8)), overlaps(slot(5, 7, true), slot(6, 8))]).toEqual([true, false]);
});

describe('an offered seat', () => {
  it('is held for the hours of the edition, and not past the start', () => {
    expect([seatOfferExpiry(2, hour(5), now), seatOfferExpiry(48, hour(5), now)]).toEqual([hour(3), hour(5)]);
  });

  it.each([
    ['stands until its end', { status: BookingStatus.OFFERED, startsAt: hour(5), offerExpiresAt: hour(2) }, null],
    ['has run out at its end', { status: BookingStatus.OFFERED, startsAt: hour(5), offerExpiresAt: now }, now],
    ['runs out with an earlier start', { status: BookingStatus.OFFERED, startsAt: now, offerExpiresAt: hour(3) }, now],
    ['stays run out', { status: BookingStatus.OFFER_EXPIRED, startsAt: hour(5), offerExpiresAt: hour(2) }, hour(2)],
    ['was taken', { status: BookingStatus.BOOKED, startsAt: hour(5), offerExpiresAt: hour(0) }, null],
  ])('%s', (_case, booking, ranOutAt) => expect(offerRanOutAt(booking, now)).toEqual(ranOutAt));
});

describe('the steps of a booking', () => {
  it.each([
    [BookingStatus.BOOKED, ['CANCELLED']],
    [BookingStatus.WAITLISTED, ['CANCELLED']],
    [BookingStatus.OFFERED, ['BOOKED', 'OFFER_DECLINED', 'CANCELLED']],
    [BookingStatus.CANCELLED, []],
  ])('for its participant from %s', (status, steps) => {
    const booking = { status, startsAt: hour(5), offerExpiresAt: status === BookingStatus.OFFERED ? hour(5) : null };

    expect(stepsOfParticipant(booking, now)).toEqual(steps);
    expect(stepsOfParticipant(booking, hour(5))).toEqual([]);
  });

  it('lead on from open states alone', () => {
    expect([...new Set(bookingTransitions.map(({ from }) => from))].toSorted()).toEqual([
      'BOOKED',
      'OFFERED',
      'WAITLISTED',
    ]);
  });
});

it('tells whoever waits what they can act on first', () => {
  expect([
    noSessionOfferReason(false, false),
    noSessionOfferReason(true, false),
    noSessionOfferReason(true, true),
  ]).toEqual(['NO_FREE_SEAT', 'OVERLAPPING_BOOKING', 'SEATING_ENDED']);
});
