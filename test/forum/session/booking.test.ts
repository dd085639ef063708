import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { Booking } from '../../../services/forum/session/booking/booking.entity.ts';
import { BookingStatus } from '../../../services/forum/session/booking/booking.rules.ts';
import {
  acceptBookingOffer,
  cancelBooking,
  declineBookingOffer,
} from '../../../services/forum/session/booking/change/change-booking.ts';
import { followProgramme, lockSessions } from '../../../services/forum/session/booking/follow-programme.ts';
import {
  expireBookingOffers,
  offerLeftSeats,
} from '../../../services/forum/session/booking/offer/expire-booking-offers.ts';
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
  type Participant,
  seatsOf,
  statusOf,
} from './sessions.ts';

const service = useService(forum);
let em: EntityManager;
let editionId: string;
beforeEach(async () => {
  em = service.running.database.orm.em.fork();
  editionId = await givenEdition(em);
});

const act = (participant: Participant, bookingId: string, expectedVersion: number | null = null) => ({
  personId: participant.personId,
  bookingId,
  expectedVersion,
});

describe('booking', () => {
  it('gives a seat while one is free, then places in the queue, then refuses', async () => {
    const session = await givenSession(em, editionId, { seats: 1, waiting: 1 });
    const people = await givenParticipants(em, editionId, 3);

    const outcomes = [];
    for (const person of people) outcomes.push(await book(em, person, session));

    expect(outcomes[2]).toEqual({ refusal: 'full' });
    expect(await countByStatus(em, session)).toEqual({ BOOKED: 1, WAITLISTED: 1 });
    expect(await seatsOf(em, session)).toEqual({ claimed: 1, offered: 0, waiting: 1, free: 0 });
  });

  it('has no end in a session with room for all', async () => {
    const session = await givenSession(em, editionId, { seats: null });
    const people = await givenParticipants(em, editionId, 3);

    for (const person of people) await booked(em, person, session);

    expect(await countByStatus(em, session)).toEqual({ BOOKED: 3 });
  });

  it('needs a confirmed registration, and says where it is', async () => {
    const session = await givenSession(em, editionId);
    const [waiting] = await givenParticipants(em, editionId, 1, 'WITHDRAWN');
    const [reviewed] = await givenParticipants(em, editionId, 1, 'PENDING_REVIEW');

    const outcomes = [await book(em, waiting, session), await book(em, reviewed, session)];

    expect(outcomes).toEqual([
      { refusal: 'registration-not-confirmed', status: null },
      { refusal: 'registration-not-confirmed', status: 'PENDING_REVIEW' },
    ]);
    expect(await countByStatus(em, session)).toEqual({});
  });

  it('is refused for a session that is unknown, begun or cancelled, twice, and at the time of another', async () => {
    const [person] = await givenParticipants(em, editionId, 1);
    const first = await givenSession(em, editionId, { from: 5, until: 7 });
    const overlapping = await givenSession(em, editionId, { from: 6, until: 8 });
    const cancelled = await givenSession(em, editionId, { from: 9, until: 10 });
    await em.execute(`update session set status = 'CANCELLED' where id = ?`, [cancelled]);
    const bookingId = await booked(em, person, first);

    const outcomes = [
      await book(em, person, 'session_nowhere'),
      await book(em, person, overlapping, at(6)),
      await book(em, person, cancelled),
      await book(em, person, first),
      await book(em, person, overlapping),
    ];

    expect(outcomes).toEqual([
      { refusal: 'session-not-found' },
      { refusal: 'session-over' },
      { refusal: 'session-cancelled' },
      { refusal: 'already-booked', bookingId },
      { refusal: 'overlap', bookingIds: [bookingId] },
    ]);
    expect(await countByStatus(em, overlapping)).toEqual({});
  });

  it('lets people go straight from one session into the next, and to an open door at any time', async () => {
    const [person] = await givenParticipants(em, editionId, 1);
    const sessions = [
      await givenSession(em, editionId, { from: 5, until: 6 }),
      await givenSession(em, editionId, { from: 6, until: 7 }),
      await givenSession(em, editionId, { from: 5, until: 7, seats: null, isOpenDoor: true }),
    ];

    for (const session of sessions) await booked(em, person, session);

    expect(await em.execute('select status from booking where registration_id = ?', [person.registrationId])).toEqual([
      { status: 'BOOKED' },
      { status: 'BOOKED' },
      { status: 'BOOKED' },
    ]);
  });

  it('writes an audit entry and an event in the same transaction', async () => {
    const [person] = await givenParticipants(em, editionId, 1);
    const session = await givenSession(em, editionId);

    const bookingId = await booked(em, person, session);

    expect(await em.execute('select actor_id, command from audit_entry where subject_id = ?', [bookingId])).toEqual([
      { actor_id: person.personId, command: 'bookSession' },
    ]);
    expect(
      await em.execute(
        `select payload from outbox_event where type = 'SessionBooked' and payload ->> 'bookingId' = ?`,
        [bookingId],
      ),
    ).toEqual([
      {
        payload: {
          bookingId,
          sessionId: session,
          registrationId: person.registrationId,
          editionId,
          personId: person.personId,
          status: 'BOOKED',
        },
      },
    ]);
  });
});

describe('a seat that becomes free', () => {
  it('is offered to the first in the queue, who takes it', async () => {
    const session = await givenSession(em, editionId, { seats: 1 });
    const [seated, first, second] = await threePeople();
    const seat = await booked(em, seated, session);
    const waiting = [await booked(em, first, session), await booked(em, second, session)];

    await cancelBooking(em.fork(), act(seated, seat), NOW);
    const offered = await seatsOf(em, session);
    const taken = await acceptBookingOffer(em.fork(), act(first, waiting[0] ?? ''), NOW);

    expect(offered).toEqual({ claimed: 0, offered: 1, waiting: 1, free: 0 });
    expect(taken).toEqual({ bookingId: waiting[0] });
    expect(await seatsOf(em, session)).toEqual({ claimed: 1, offered: 0, waiting: 1, free: 0 });
  });

  it('goes to the next one when it is declined, and when the offer runs out', async () => {
    const session = await givenSession(em, editionId, { seats: 1 });
    const [seated, first, second] = await threePeople();
    const seat = await booked(em, seated, session);
    const [one, two] = [await booked(em, first, session), await booked(em, second, session)];
    await cancelBooking(em.fork(), act(seated, seat), NOW);

    await declineBookingOffer(em.fork(), act(first, one), NOW);
    const afterDecline = [await statusOf(em, one), await statusOf(em, two)];
    const expired = [
      await expireBookingOffers(em.fork(), at(4)),
      await expireBookingOffers(em.fork(), at(5)),
      await expireBookingOffers(em.fork(), at(5)),
    ];

    expect(afterDecline).toEqual(['OFFER_DECLINED', 'OFFERED']);
    expect(expired).toEqual([0, 1, 0]);
    expect(await countByStatus(em, session)).toEqual({ CANCELLED: 1, OFFER_DECLINED: 1, OFFER_EXPIRED: 1 });
    expect(await seatsOf(em, session)).toEqual({ claimed: 0, offered: 0, waiting: 0, free: 1 });
  });

  it('is held as long as the edition grants, and not past the start of the session', async () => {
    const brief = await givenEdition(em, { seatOfferHours: 2 });
    for (const [edition, end] of [
      [brief, new Date('2026-10-01T06:00:00.000Z')],
      [editionId, at(5)],
    ] as const) {
      const session = await givenSession(em, edition, { seats: 1 });
      const [seated, waiting] = await givenParticipants(em, edition, 2);
      const seat = await booked(em, seated, session);
      await booked(em, waiting ?? seated, session);

      await cancelBooking(em.fork(), act(seated, seat), NOW);

      const offers = await em.find(Booking, { session, status: BookingStatus.OFFERED });
      expect(offers.map(({ offerExpiresAt }) => offerExpiresAt)).toEqual([end]);
    }
  });

  it('cannot be taken once the offer has run out, however late the portal is', async () => {
    const session = await givenSession(em, editionId, { seats: 1 });
    const [seated, waiting] = await threePeople();
    const seat = await booked(em, seated, session);
    const place = await booked(em, waiting, session);
    await cancelBooking(em.fork(), act(seated, seat), NOW);

    const before = await acceptBookingOffer(em.fork(), act(waiting, place), at(5));
    const unchanged = await statusOf(em, place);
    await expireBookingOffers(em.fork(), at(5));
    const after = await acceptBookingOffer(em.fork(), act(waiting, place), at(5));

    expect([before, after]).toEqual(Array(2).fill({ refusal: 'offer-expired', expiredAt: at(5) }));
    expect(unchanged).toBe('OFFERED');
  });

  it('passes over whoever holds another seat at that time, and comes to them when they give that up', async () => {
    const session = await givenSession(em, editionId, { from: 5, until: 7, seats: 1 });
    const other = await givenSession(em, editionId, { from: 6, until: 8 });
    const [seated, busy] = await threePeople();
    const seat = await booked(em, seated, session);
    const place = await booked(em, busy, session);
    const elsewhere = await booked(em, busy, other);

    await cancelBooking(em.fork(), act(seated, seat), NOW);
    const passedOver = [await statusOf(em, place), await seatsOf(em, session)];
    await cancelBooking(em.fork(), act(busy, elsewhere), NOW);

    expect(passedOver).toEqual(['WAITLISTED', { claimed: 0, offered: 0, waiting: 1, free: 1 }]);
    expect(await statusOf(em, place)).toBe('OFFERED');
  });

  it('that nobody in the queue can take goes to a newcomer', async () => {
    const session = await givenSession(em, editionId, { from: 5, until: 7, seats: 1 });
    const other = await givenSession(em, editionId, { from: 6, until: 8 });
    const [seated, busy, newcomer] = await threePeople();
    const seat = await booked(em, seated, session);
    const place = await booked(em, busy, session);
    await booked(em, busy, other);
    await cancelBooking(em.fork(), act(seated, seat), NOW);

    const outcome = await booked(em, newcomer, session);

    expect([await statusOf(em, outcome), await statusOf(em, place)]).toEqual(['BOOKED', 'WAITLISTED']);
  });

  it('is found by upkeep where it was left', async () => {
    const session = await givenSession(em, editionId, { seats: 1 });
    const [seated, waiting] = await threePeople();
    await booked(em, seated, session);
    const place = await booked(em, waiting, session);
    await em.execute('update availability set capacity = 2 where id = ?', [session]);

    await offerLeftSeats(em.fork(), NOW);

    expect(await statusOf(em, place)).toBe('OFFERED');
  });
});

describe('withdrawing from the forum', () => {
  it('frees every seat and place at once, and offers the seats on', async () => {
    const session = await givenSession(em, editionId, { from: 5, until: 6, seats: 1 });
    const full = await givenSession(em, editionId, { from: 7, until: 8, seats: 1 });
    const [leaving, waiting, other] = await threePeople();
    await booked(em, leaving, session);
    const place = await booked(em, waiting, session);
    await booked(em, other, full);
    await booked(em, leaving, full);

    const { personId, registrationId } = leaving;
    await withdrawRegistration(
      em.fork(),
      { actorId: personId, registrationId, expectedVersion: null, reason: null },
      NOW,
    );

    expect(await em.execute('select status from booking where registration_id = ?', [registrationId])).toEqual([
      { status: 'CANCELLED' },
      { status: 'CANCELLED' },
    ]);
    expect(await statusOf(em, place)).toBe('OFFERED');
    expect(await seatsOf(em, full)).toEqual({ claimed: 1, offered: 0, waiting: 0, free: 0 });
  });
});

describe('changing a booking', () => {
  it('is for the participant alone, in the version they read, and until the session begins', async () => {
    const session = await givenSession(em, editionId);
    const [mine, other] = await threePeople();
    const bookingId = await booked(em, mine, session);

    const outcomes = [
      await cancelBooking(em.fork(), act(other, bookingId), NOW),
      await cancelBooking(em.fork(), act(mine, bookingId, 7), NOW),
      await acceptBookingOffer(em.fork(), act(mine, bookingId), NOW),
      await declineBookingOffer(em.fork(), act(mine, bookingId), NOW),
      await cancelBooking(em.fork(), act(mine, bookingId), at(5)),
    ];

    expect(outcomes).toEqual([
      { refusal: 'booking-not-found' },
      { refusal: 'version-conflict', currentVersion: 1 },
      { bookingId },
      { refusal: 'invalid-transition', from: 'BOOKED', to: 'OFFER_DECLINED', allowed: ['CANCELLED'] },
      { refusal: 'invalid-transition', from: 'BOOKED', to: 'CANCELLED', allowed: [] },
    ]);
    expect(await statusOf(em, bookingId)).toBe('BOOKED');
  });
});

describe('a session that is changed', () => {
  it('takes its bookings along, drops nobody and lists the conflicts it makes', async () => {
    const [person] = await givenParticipants(em, editionId, 1);
    const moving = await givenSession(em, editionId, { from: 5, until: 6 });
    const staying = await givenSession(em, editionId, { from: 7, until: 8 });
    const bookingId = await booked(em, person, moving);
    await booked(em, person, staying);

    const conflicts = await change([moving], (tx) =>
      tx.execute('update session set starts_at = ?, ends_at = ? where id = ?', [at(7), at(9), moving]),
    );

    expect(conflicts).toEqual([{ bookingId, sessionId: moving, otherSessionIds: [staying] }]);
    expect(await em.findOneOrFail(Booking, bookingId, { refresh: true })).toMatchObject({
      status: 'BOOKED',
      startsAt: at(7),
      endsAt: at(9),
      hasConflict: true,
    });
  });

  it('offers its free seats to those whom the new time suits', async () => {
    const [seated, busy] = await threePeople();
    const moving = await givenSession(em, editionId, { from: 5, until: 6, seats: 1 });
    const other = await givenSession(em, editionId, { from: 5, until: 6 });
    const seat = await booked(em, seated, moving);
    const place = await booked(em, busy, moving);
    await booked(em, busy, other);
    await cancelBooking(em.fork(), act(seated, seat), NOW);

    await change([moving], (tx) =>
      tx.execute('update session set starts_at = ?, ends_at = ? where id = ?', [at(7), at(8), moving]),
    );

    expect(await statusOf(em, place)).toBe('OFFERED');
  });

  it('offers seats to all who wait when it has room for all', async () => {
    const session = await givenSession(em, editionId, { seats: 1 });
    for (const person of await threePeople()) await booked(em, person, session);

    await change([session], (tx) => tx.execute('delete from availability where id = ?', [session]));

    expect(await countByStatus(em, session)).toEqual({ BOOKED: 1, OFFERED: 2 });
  });

  it('ends its bookings when it is cancelled, and frees their time', async () => {
    const [seated, waiting] = await threePeople();
    const cancelled = await givenSession(em, editionId, { from: 5, until: 6, seats: 1 });
    const other = await givenSession(em, editionId, { from: 5, until: 6, seats: 1 });
    const places = [await booked(em, seated, cancelled), await booked(em, waiting, cancelled)];

    await change([cancelled], (tx) => tx.execute(`update session set status = 'CANCELLED' where id = ?`, [cancelled]));

    expect(await Promise.all(places.map((place) => statusOf(em, place)))).toEqual([
      'SESSION_CANCELLED',
      'SESSION_CANCELLED',
    ]);
    expect(await statusOf(em, await booked(em, seated, other))).toBe('BOOKED');
  });

  function change(sessionIds: string[], write: (tx: EntityManager) => Promise<unknown>) {
    return em.transactional(async (tx) => {
      await lockSessions(tx, sessionIds);
      await write(tx);
      return followProgramme(tx, sessionIds, { actorId: null, command: 'releaseProgramme' }, NOW);
    });
  }
});

describe('what the database itself refuses', () => {
  it('lets nobody hold two seats at the same time, whoever writes', async () => {
    const [person] = await givenParticipants(em, editionId, 1);
    const [one, other] = [await givenSession(em, editionId), await givenSession(em, editionId)];
    const insert = (id: string, session: string, status = 'BOOKED') =>
      em.execute(
        `insert into booking (id, session_id, registration_id, status, booked_at, has_conflict)
         values (?, ?, ?, ?, ?, true)`,
        [`${id}_${person.personId}`, session, person.registrationId, status, NOW],
      );
    await insert('one', one);

    await expect(insert('other', other)).rejects.toThrow('booking_no_overlap');
    await expect(insert('again', one, 'WAITLISTED')).rejects.toThrow('booking_one_active');
    expect(await overlapsHeld(em)).toBe(0);
  });

  it('counts seats that were booked before there was a limit', async () => {
    const session = await givenSession(em, editionId, { seats: null });
    const people = await givenParticipants(em, editionId, 2);
    for (const person of people) await booked(em, person, session);

    await em.execute('insert into availability (id, capacity, waitlist_limit) values (?, 5, 0)', [session]);

    expect(await seatsOf(em, session)).toEqual({ claimed: 2, offered: 0, waiting: 0, free: 3 });
  });
});

async function threePeople(): Promise<[Participant, Participant, Participant]> {
  const [first, second, third] = await givenParticipants(em, editionId, 3);
  if (!second || !third) throw new Error('three were asked for');
  return [first, second, third];
}
