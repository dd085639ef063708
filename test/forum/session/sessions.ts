import type { EntityManager } from '@mikro-orm/postgresql';
import { type BookSessionOutcome, bookSession } from '../../../services/forum/session/booking/book/book-session.ts';
import { newId } from '../../../services/shared/ids.ts';

/** The instant at which everything is booked, a day before the sessions. */
export const NOW = new Date('2026-10-01T04:00:00.000Z');

/** The hour of the day of the sessions, in UTC. */
export function at(hour: number): Date {
  return new Date(Date.UTC(2026, 9, 2, hour));
}

let years = 3000;

/** An edition that is open, with confirmed seats for all. */
export async function givenEdition(em: EntityManager, { seatOfferHours = 48 } = {}): Promise<string> {
  const id = newId('forum_edition');
  await em.execute(
    `insert into edition (id, year, title, host_country, city, time_zone, status, seat_offer_hours)
     values (?, ?, '{"en":"Forum"}', 'KZ', '{"en":"Astana"}', 'Asia/Almaty', 'REGISTRATION_OPEN', ?)`,
    [id, years++, seatOfferHours],
  );
  await em.execute('insert into availability (id, capacity, waitlist_limit) values (?, 10000, 0)', [id]);
  return id;
}

export interface GivenSession {
  readonly from?: number;
  readonly until?: number;
  /** Null for a session that has room for all. */
  readonly seats?: number | null;
  readonly waiting?: number;
  readonly isOpenDoor?: boolean;
}

export async function givenSession(
  em: EntityManager,
  editionId: string,
  { from = 5, until = 6, seats = 1, waiting = 10, isOpenDoor = false }: GivenSession = {},
): Promise<string> {
  const id = newId('session');
  await em.execute(
    `insert into session (id, edition_id, title, starts_at, ends_at, room, floor_languages, interpretation_languages, is_open_door)
     values (?, ?, '{"en":"Session"}', ?, ?, 'A', '{ru}', '{}', ?)`,
    [id, editionId, at(from), at(until), isOpenDoor],
  );
  if (seats !== null) {
    await em.execute('insert into availability (id, capacity, waitlist_limit) values (?, ?, ?)', [id, seats, waiting]);
  }
  return id;
}

export interface Participant {
  readonly personId: string;
  readonly registrationId: string;
}

export async function givenParticipants(
  em: EntityManager,
  editionId: string,
  count: number,
  status = 'CONFIRMED',
): Promise<[Participant, ...Participant[]]> {
  const made = Array.from({ length: count }, () => ({
    personId: newId('person'),
    registrationId: newId('registration'),
  }));
  for (const { personId, registrationId } of made) {
    await em.execute(
      `insert into registration (id, edition_id, person_id, category, status, registered_at)
       values (?, ?, ?, 'OPEN', ?, ?)`,
      [registrationId, editionId, personId, status, NOW],
    );
  }
  const [first, ...others] = made;
  if (!first) throw new Error('ask for one at least');
  return [first, ...others];
}

let minutes = 0;

/** Books in a transaction of its own. Whoever books later stands later in the queue. */
export function book(
  em: EntityManager,
  { personId }: Participant,
  sessionId: string,
  now = new Date(NOW.getTime() + minutes++ * 1_000),
): Promise<BookSessionOutcome> {
  return bookSession(em.fork(), { personId, sessionId, idempotencyKey: newId('key') }, now);
}

/** Books and returns the ID of the booking. */
export async function booked(em: EntityManager, participant: Participant, sessionId: string): Promise<string> {
  const outcome = await book(em, participant, sessionId);
  if ('refusal' in outcome) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.bookingId;
}

export interface Seats {
  readonly claimed: number;
  readonly offered: number;
  readonly waiting: number;
  readonly free: number;
}

export async function seatsOf(em: EntityManager, sessionId: string): Promise<Seats | null> {
  const [row] = await em.execute<Seats[]>('select claimed, offered, waiting, free from availability where id = ?', [
    sessionId,
  ]);
  return row ?? null;
}

export async function statusOf(em: EntityManager, bookingId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ status: string }[]>('select status from booking where id = ?', [bookingId]);
  return row?.status;
}

/** How many bookings of a session are in each state. */
export async function countByStatus(em: EntityManager, sessionId: string): Promise<Record<string, number>> {
  const rows = await em.execute<{ status: string; bookings: number }[]>(
    'select status, count(*)::integer as bookings from booking where session_id = ? group by status',
    [sessionId],
  );
  return Object.fromEntries(rows.map(({ status, bookings }) => [status, bookings]));
}

/** Seats that two bookings of one person hold at the same time, where neither is marked as moved there. */
export async function overlapsHeld(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ pairs: number }[]>(
    `select count(*)::integer as pairs from booking as one join booking as other
       on one.registration_id = other.registration_id and one.id < other.id
     where one.status in ('BOOKED', 'OFFERED') and other.status in ('BOOKED', 'OFFERED')
       and not one.is_open_door and not other.is_open_door and not one.has_conflict and not other.has_conflict
       and tstzrange(one.starts_at, one.ends_at) && tstzrange(other.starts_at, other.ends_at)`,
  );
  return row?.pairs ?? 0;
}
