import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const REGISTER = operation('04-register');
const BOOK = operation('06-book-session');
const CANCEL = operation('06-cancel-booking');
const PROGRAMME = `{ forumEdition(year: 2026) { id sessions(first: 20) { nodes {
  id startsAt endsAt viewerCanBook viewerBooking { id status } availability { capacity }
} } } }`;
const BOOKINGS = `{ me { registrations { nodes { id bookings {
  id status waitlistPosition noOfferReason offerExpiresAt hasConflict allowedTransitions session { id startsAt }
} } } } }`;
const ACCEPT = `mutation ($input: AcceptBookingOfferInput!) {
  acceptBookingOffer(input: $input) { __typename ... on AcceptBookingOfferSuccess { booking { status } } }
}`;
const SUBSCRIBE = `mutation ($input: CreateCalendarSubscriptionInput!) {
  createCalendarSubscription(input: $input) { __typename ... on CreateCalendarSubscriptionSuccess { url } }
}`;
const REVOKE = `mutation ($input: RevokeCalendarSubscriptionInput!) {
  revokeCalendarSubscription(input: $input) { __typename }
}`;

interface GivenSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly availability: { capacity: number };
  readonly viewerCanBook: boolean;
  readonly viewerBooking: { id: string; status: string } | null;
}

describe.each(transports)('booking sessions, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  /** Two workshops at the same time and one that is not. */
  let small: GivenSession;
  let beside: GivenSession;
  let later: GivenSession;
  beforeAll(async () => {
    portal = await openPortal(transport);
    const { data } = await portal.ask(PROGRAMME);
    editionId = data.forumEdition.id;
    const sessions: GivenSession[] = data.forumEdition.sessions.nodes;
    const workshops = sessions.filter(({ availability }) => availability.capacity === 20);
    const one = workshops.find(({ id, startsAt }) =>
      sessions.some((other) => other.id !== id && other.startsAt === startsAt),
    );
    const two = sessions.find(({ id, startsAt }) => id !== one?.id && startsAt === one?.startsAt);
    const three = sessions.find(({ startsAt }) => startsAt > (one?.endsAt ?? ''));
    if (!one || !two || !three) throw new Error('the demonstration has sessions side by side');
    [small, beside, later] = [one, two, three];
  });
  afterAll(() => portal?.close());

  it('follows a participant from the programme to a seat and back', async () => {
    const me = await givenParticipant();

    const booked = await me.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: small.id } });
    const overlapping = await me.ask(BOOK, { input: { idempotencyKey: 'two', sessionId: beside.id } });
    const again = await me.ask(BOOK, { input: { idempotencyKey: 'three', sessionId: small.id } });

    expect(booked.errors).toEqual([]);
    const { booking } = booked.data.bookSession;
    expect(booking).toEqual({
      id: expect.stringMatching(/^session_booking_/),
      status: 'BOOKED',
      waitlistPosition: null,
      session: { id: small.id, availability: { capacity: 20, claimed: 1, free: 19 } },
    });
    expect(overlapping.data.bookSession).toMatchObject({
      __typename: 'SessionOverlap',
      code: 'SESSION_OVERLAP',
      conflicting: [{ id: booking.id, session: { id: small.id } }],
    });
    expect(again.data.bookSession).toMatchObject({ __typename: 'AlreadyBooked', code: 'ALREADY_BOOKED' });
    const shown = await me.ask(PROGRAMME);
    const bySession = new Map<string, GivenSession>(
      shown.data.forumEdition.sessions.nodes.map((session: GivenSession) => [session.id, session]),
    );
    expect([small, beside, later].map(({ id }) => bySession.get(id)?.viewerCanBook)).toEqual([false, false, true]);
    expect(bySession.get(small.id)?.viewerBooking).toEqual({ id: booking.id, status: 'BOOKED' });
    const mine = await me.ask(BOOKINGS);
    expect(mine.data.me.registrations.nodes[0].bookings).toEqual([
      {
        id: booking.id,
        status: 'BOOKED',
        waitlistPosition: null,
        noOfferReason: null,
        offerExpiresAt: null,
        hasConflict: false,
        allowedTransitions: ['CANCELLED'],
        session: { id: small.id, startsAt: small.startsAt },
      },
    ]);

    const cancelled = await me.ask(CANCEL, { input: { bookingId: booking.id } });

    expect(cancelled.data.cancelBooking).toEqual({
      __typename: 'CancelBookingSuccess',
      booking: { id: booking.id, status: 'CANCELLED' },
    });
  });

  it('leads through the queue to an offered seat', async () => {
    await asDatabaseOwner(portal.owner, (client) =>
      client.query('update forum.availability set capacity = 1, waitlist_limit = 1 where id = $1', [small.id]),
    );
    const [seated, waiting, late] = [await givenParticipant(), await givenParticipant(), await givenParticipant()];
    const seat = await seated.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: small.id } });
    const place = await waiting.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: small.id } });
    const full = await late.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: small.id } });
    expect(place.data.bookSession.booking).toMatchObject({ status: 'WAITLISTED', waitlistPosition: 1 });
    expect(full.data.bookSession).toMatchObject({ __typename: 'SessionFull', code: 'SESSION_FULL' });
    const bookingId = place.data.bookSession.booking.id;
    const queued = await waiting.ask(BOOKINGS);
    expect(queued.data.me.registrations.nodes[0].bookings[0]).toMatchObject({
      waitlistPosition: 1,
      noOfferReason: 'NO_FREE_SEAT',
    });

    await seated.ask(CANCEL, { input: { bookingId: seat.data.bookSession.booking.id } });
    const offered = await waiting.ask(BOOKINGS);
    const taken = await waiting.ask(ACCEPT, { input: { bookingId } });

    expect(offered.data.me.registrations.nodes[0].bookings[0]).toMatchObject({
      status: 'OFFERED',
      offerExpiresAt: expect.any(String),
      allowedTransitions: ['BOOKED', 'OFFER_DECLINED', 'CANCELLED'],
    });
    expect(taken.data.acceptBookingOffer).toEqual({
      __typename: 'AcceptBookingOfferSuccess',
      booking: { status: 'BOOKED' },
    });
  });

  it('shows bookings to the participant and those who run the edition, and to nobody else', async () => {
    const me = await givenParticipant();
    const booked = await me.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: later.id } });
    const { id } = booked.data.bookSession.booking;
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    const desk = portal.as(await portal.signIn('desk@demo.erikti.example'));
    const stranger = await givenParticipant();

    const answers = [await me.ask(node, { id }), await desk.ask(node, { id }), await stranger.ask(node, { id })];
    const theirs = await stranger.ask(CANCEL, { input: { bookingId: id } });

    expect(answers.map(({ data }) => data.node)).toEqual([{ id }, { id }, null]);
    expect(theirs.data.cancelBooking).toMatchObject({ __typename: 'BookingNotFound' });
  });

  it('needs a registration, and a key', async () => {
    const [person] = await portal.givenPeople(1);
    const somebody = portal.as(person?.token ?? '');

    const { data } = await somebody.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: later.id } });
    const blank = await somebody.ask(BOOK, { input: { idempotencyKey: ' ', sessionId: later.id } });

    expect(data.bookSession).toMatchObject({ __typename: 'RegistrationNotConfirmed' });
    expect(blank.data.bookSession).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
  });

  it('is followed by the calendar of whoever has the link, until it is ended', async () => {
    const me = await givenParticipant();
    const { data } = await me.ask(BOOKINGS);
    const registrationId: string = data.me.registrations.nodes[0].id;
    const booked = await me.ask(BOOK, { input: { idempotencyKey: 'one', sessionId: later.id } });
    const subscribe = async () => {
      const made = await me.ask(SUBSCRIBE, { input: { registrationId, locale: 'ru' } });
      const url = new URL(made.data.createCalendarSubscription.url);
      return `${portal.url}${url.pathname}${url.search}`;
    };

    const ended = await subscribe();
    const link = await subscribe();
    const first = await fetch(link);
    const calendar = await first.text();
    await me.ask(CANCEL, { input: { bookingId: booked.data.bookSession.booking.id } });
    const changed = await (await fetch(link)).text();
    await me.ask(REVOKE, { input: { registrationId } });

    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(eventOf(calendar)).toMatchObject({ UID: later.id, STATUS: 'CONFIRMED' });
    expect(calendar).toContain('TZOFFSETTO:+0500');
    expect(instantOf(eventOf(calendar)['DTSTART;TZID=Asia/Almaty'] ?? '')).toBe(later.startsAt);
    expect(eventOf(changed)).toMatchObject({ UID: later.id, STATUS: 'CANCELLED' });
    expect(Number(eventOf(changed).SEQUENCE)).toBe(Number(eventOf(calendar).SEQUENCE) + 1);
    expect([(await fetch(ended)).status, (await fetch(link)).status]).toEqual([404, 404]);
  });

  async function givenParticipant() {
    const [person] = await portal.givenPeople(1);
    const me = portal.as(person?.token ?? '');
    await me.ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });
    return me;
  }
});

/** The lines of the only event of a calendar, by name. */
function eventOf(calendar: string): Record<string, string> {
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  return Object.fromEntries(event.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

/** `20261001T090000` in Almaty, as GraphQL has instants. */
function instantOf(local: string): string {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Almaty');
  return new Date(at.epochMilliseconds).toISOString();
}
