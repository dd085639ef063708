import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { acceptBookingOffer, cancelBooking } from '../../../services/forum/session/booking/change/change-booking.ts';
import { expireBookingOffers } from '../../../services/forum/session/booking/offer/expire-booking-offers.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { useService } from '../../support/database.ts';
import {
  at,
  book,
  booked,
  countByStatus,
  givenEdition,
  givenParticipants,
  givenSession,
  NOW,
  overlapsHeld,
  seatsOf,
} from './sessions.ts';

const service = useService(forum);
let em: EntityManager;
let editionId: string;
beforeEach(async () => {
  em = service.running.database.orm.em.fork();
  editionId = await givenEdition(em);
});

describe('seats of a session', () => {
  it('are booked by exactly 20 of 100 who race for them, 30 more wait and 50 are refused', async () => {
    const session = await givenSession(em, editionId, { seats: 20, waiting: 30 });
    const people = await givenParticipants(em, editionId, 100);

    const outcomes = await Promise.all(people.map((person) => book(em, person, session)));

    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(Array(50).fill({ refusal: 'full' }));
    expect(await countByStatus(em, session)).toEqual({ BOOKED: 20, WAITLISTED: 30 });
    expect(await seatsOf(em, session)).toEqual({ claimed: 20, offered: 0, waiting: 30, free: 0 });
  });

  it('are never left free while somebody waits, however cancelling, booking and withdrawing interleave', async () => {
    const session = await givenSession(em, editionId, { seats: 10, waiting: 100 });
    const early = await givenParticipants(em, editionId, 20);
    const late = await givenParticipants(em, editionId, 20);
    const bookings = [];
    for (const person of early) bookings.push({ ...person, bookingId: await booked(em, person, session) });

    await Promise.all([
      ...bookings.slice(0, 5).map((mine) => cancelBooking(em.fork(), { ...mine, expectedVersion: null }, NOW)),
      ...bookings
        .slice(5, 8)
        .map(({ personId, registrationId }) =>
          withdrawRegistration(
            em.fork(),
            { actorId: personId, registrationId, expectedVersion: null, reason: null },
            NOW,
          ),
        ),
      ...bookings.slice(10, 12).map((mine) => cancelBooking(em.fork(), { ...mine, expectedVersion: null }, NOW)),
      ...late.map((person) => book(em, person, session)),
    ]);

    expect(await seatsOf(em, session)).toEqual({ claimed: 2, offered: 8, waiting: 20, free: 0 });
    expect(await countByStatus(em, session)).toEqual({ BOOKED: 2, OFFERED: 8, WAITLISTED: 20, CANCELLED: 10 });
  });

  it('that are offered are taken or run out, and not both', async () => {
    const session = await givenSession(em, editionId, { seats: 5, waiting: 20 });
    const [first, ...others] = await givenParticipants(em, editionId, 10);
    const seated = [first, ...others.slice(0, 4)];
    const waiting = others.slice(4);
    const bookings = [];
    for (const person of seated) bookings.push({ ...person, bookingId: await booked(em, person, session) });
    const offered = [];
    for (const person of waiting) offered.push({ ...person, bookingId: await booked(em, person, session) });
    for (const mine of bookings) await cancelBooking(em.fork(), { ...mine, expectedVersion: null }, NOW);
    const last = new Date(at(5).getTime() - 1);

    const [, , ...answers] = await Promise.all([
      expireBookingOffers(em.fork(), at(5)),
      expireBookingOffers(em.fork(), at(5)),
      ...offered.map((mine) => acceptBookingOffer(em.fork(), { ...mine, expectedVersion: null }, last)),
    ]);

    const taken = answers.filter((answer) => !('refusal' in answer)).length;
    expect((await countByStatus(em, session)).BOOKED ?? 0).toBe(taken);
    expect(await seatsOf(em, session)).toEqual({ claimed: taken, offered: 0, waiting: 0, free: 5 - taken });
  });
});

describe('one person', () => {
  it('who books two overlapping sessions at once gets exactly one', async () => {
    const sessions = [
      await givenSession(em, editionId, { from: 5, until: 7, seats: 10 }),
      await givenSession(em, editionId, { from: 6, until: 8, seats: 10 }),
    ];
    const people = await givenParticipants(em, editionId, 10);

    const outcomes = await Promise.all(
      people.flatMap((person) => sessions.map((session) => book(em, person, session))),
    );

    const refusals = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome.refusal] : []));
    expect(refusals).toEqual(Array(10).fill('overlap'));
    expect(await overlapsHeld(em)).toBe(0);
  });

  it('who sends the same booking ten times at once has one', async () => {
    const session = await givenSession(em, editionId, { seats: 10 });
    const [person] = await givenParticipants(em, editionId, 1);

    const outcomes = await Promise.all(Array.from({ length: 10 }, () => book(em, person, session)));

    expect(outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'already-booked')).toHaveLength(9);
    expect(await countByStatus(em, session)).toEqual({ BOOKED: 1 });
  });

  it('who books elsewhere in the moment a seat is offered ends with one of the two', async () => {
    const full = await givenSession(em, editionId, { from: 5, until: 7, seats: 8, waiting: 20 });
    const other = await givenSession(em, editionId, { from: 6, until: 8, seats: 20 });
    const people = await givenParticipants(em, editionId, 16);
    const seated = [];
    for (const person of people.slice(0, 8)) seated.push({ ...person, bookingId: await booked(em, person, full) });
    const waiting = people.slice(8);
    for (const person of waiting) await booked(em, person, full);

    await Promise.all([
      ...seated.map((mine) => cancelBooking(em.fork(), { ...mine, expectedVersion: null }, NOW)),
      ...waiting.map((person) => book(em, person, other)),
    ]);

    const elsewhere = (await countByStatus(em, other)).BOOKED ?? 0;
    expect(await overlapsHeld(em)).toBe(0);
    expect(await seatsOf(em, full)).toEqual({
      claimed: 0,
      offered: 8 - elsewhere,
      waiting: elsewhere,
      free: elsewhere,
    });
  });
});
