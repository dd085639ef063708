import type { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import {
  acceptBookingOffer,
  cancelBooking,
  declineBookingOffer,
} from '../../../services/forum/session/booking/change/change-booking.ts';
import { expireBookingOffers } from '../../../services/forum/session/booking/offer/expire-booking-offers.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { useService } from '../../support/database.ts';
import {
  book,
  givenEdition,
  givenParticipants,
  givenSession,
  type Participant,
  type Seats,
  seatsOf,
} from './sessions.ts';

const service = useService(forum);

const PEOPLE = 6;
/** Three sessions, the first two at the same time. */
const SESSIONS = [
  { from: 20, until: 22, seats: 2, waiting: 2 },
  { from: 21, until: 23, seats: 1, waiting: 3 },
  { from: 22, until: 23, seats: 1, waiting: 1 },
] as const;
const OVERLAPPING = [[1], [0, 2], [1]] as const;
const OFFER_HOURS = 2;
const START = Date.UTC(2026, 9, 1, 4);
const MINUTE_MS = 60_000;

type Place = 'seat' | 'offer' | 'queue';
type Act = 'book' | 'cancel' | 'accept' | 'decline' | 'withdraw' | 'wait';
interface Step {
  readonly act: Act;
  readonly person: number;
  readonly session: number;
}

/** The promises about seats, in a page: who sits where, who waits in what order, until when an offer stands. */
class Model {
  readonly places: Map<number, Place>[] = SESSIONS.map(() => new Map());
  readonly #queues: number[][] = SESSIONS.map(() => []);
  readonly #offersEnd: Map<number, number>[] = SESSIONS.map(() => new Map());
  readonly #gone = new Set<number>();
  /** Places in the order they were booked in; offers that run out together end in it. */
  readonly #order: string[] = [];

  book(person: number, session: number): void {
    if (this.#gone.has(person) || this.#placeOf(person, session) || this.#isBusy(person, session)) return;
    this.#order.push(`${person}/${session}`);
    if (this.#free(session) > 0) this.places[session]?.set(person, 'seat');
    else if ((this.#queues[session]?.length ?? 0) < (SESSIONS[session]?.waiting ?? 0)) {
      this.places[session]?.set(person, 'queue');
      this.#queues[session]?.push(person);
    }
  }

  leave(person: number, session: number, now: number): void {
    this.#remove(person, session);
    this.#settle(now);
  }

  accept(person: number, session: number): void {
    if (this.#placeOf(person, session) === 'offer') this.places[session]?.set(person, 'seat');
  }

  decline(person: number, session: number, now: number): void {
    if (this.#placeOf(person, session) === 'offer') this.leave(person, session, now);
  }

  withdraw(person: number, now: number): void {
    this.#gone.add(person);
    for (const session of SESSIONS.keys()) this.#remove(person, session);
    this.#settle(now);
  }

  /** One offer after the other, the earliest first. */
  expire(now: number): void {
    const due = [...this.places.entries()].flatMap(([session, places]) =>
      [...places].flatMap(([person, place]) => {
        const end = this.#offersEnd[session]?.get(person) ?? 0;
        const number = this.#order.lastIndexOf(`${person}/${session}`);
        return place === 'offer' && end <= now ? [{ person, session, end, number }] : [];
      }),
    );
    due.sort((one, other) => one.end - other.end || one.number - other.number);
    for (const { person, session } of due) this.leave(person, session, now);
  }

  seats(session: number): Seats {
    const places = [...(this.places[session]?.values() ?? [])];
    const count = (wanted: Place) => places.filter((place) => place === wanted).length;
    return { claimed: count('seat'), offered: count('offer'), waiting: count('queue'), free: this.#free(session) };
  }

  /** Every free seat is offered to the first who waits and is not busy. */
  #settle(now: number): void {
    for (const session of SESSIONS.keys()) {
      for (const person of [...(this.#queues[session] ?? [])]) {
        if (this.#free(session) === 0 || this.#isBusy(person, session)) continue;
        this.#remove(person, session);
        this.places[session]?.set(person, 'offer');
        this.#offersEnd[session]?.set(person, now + OFFER_HOURS * 60 * MINUTE_MS);
      }
    }
  }

  #remove(person: number, session: number): void {
    this.places[session]?.delete(person);
    const queue = this.#queues[session] ?? [];
    if (queue.includes(person)) queue.splice(queue.indexOf(person), 1);
  }

  #placeOf(person: number, session: number): Place | undefined {
    return this.places[session]?.get(person);
  }

  #isBusy(person: number, session: number): boolean {
    return (OVERLAPPING[session] ?? []).some((other) => ['seat', 'offer'].includes(this.#placeOf(person, other) ?? ''));
  }

  #free(session: number): number {
    const held = [...(this.places[session]?.values() ?? [])].filter((place) => place !== 'queue').length;
    return (SESSIONS[session]?.seats ?? 0) - held;
  }
}

it('keeps seats as a model of the promises does, whatever people do', { timeout: 60_000 }, async () => {
  const step = fc.record({
    act: fc.constantFrom<Act>('book', 'book', 'book', 'cancel', 'accept', 'decline', 'withdraw', 'wait'),
    person: fc.nat(PEOPLE - 1),
    session: fc.nat(SESSIONS.length - 1),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const em = service.running.database.orm.em.fork();
      const editionId = await givenEdition(em, { seatOfferHours: OFFER_HOURS });
      const sessions: string[] = [];
      for (const session of SESSIONS) sessions.push(await givenSession(em, editionId, session));
      const people = await givenParticipants(em, editionId, PEOPLE);
      const model = new Model();

      for (const [place, one] of steps.entries()) {
        const now = START + place * 20 * MINUTE_MS;
        await take(em, people, sessions, one, new Date(now));
        applyTo(model, one, now);

        const kept = await Promise.all(sessions.map((session) => seatsOf(em, session)));
        expect(kept).toEqual(sessions.map((_id, session) => model.seats(session)));
      }
    }),
    { numRuns: 25 },
  );
});

function applyTo(model: Model, { act, person, session }: Step, now: number): void {
  // Offers that have run out are gone before anybody acts, as the portal's upkeep has it.
  model.expire(now);
  if (act === 'book') model.book(person, session);
  if (act === 'cancel') model.leave(person, session, now);
  if (act === 'accept') model.accept(person, session);
  if (act === 'decline') model.decline(person, session, now);
  if (act === 'withdraw') model.withdraw(person, now);
}

async function take(
  em: EntityManager,
  people: readonly Participant[],
  sessions: readonly string[],
  { act, person, session }: Step,
  now: Date,
): Promise<void> {
  await expireBookingOffers(em.fork(), now);
  const participant = people[person];
  const sessionId = sessions[session];
  if (!participant || !sessionId || act === 'wait') return;
  const { personId, registrationId } = participant;
  if (act === 'book') {
    await book(em, participant, sessionId, now);
    return;
  }
  if (act === 'withdraw') {
    await withdrawRegistration(
      em.fork(),
      { actorId: personId, registrationId, expectedVersion: null, reason: null },
      now,
    );
    return;
  }
  const [open] = await em.execute<{ id: string }[]>(
    `select id from booking where registration_id = ? and session_id = ? and status in ('BOOKED', 'WAITLISTED', 'OFFERED')`,
    [registrationId, sessionId],
  );
  const change = { cancel: cancelBooking, accept: acceptBookingOffer, decline: declineBookingOffer }[act];
  if (open) await change(em.fork(), { personId, bookingId: open.id, expectedVersion: null }, now);
}
