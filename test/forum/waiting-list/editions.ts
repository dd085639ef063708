import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type RegisterForForumOutcome,
  registerForForum,
} from '../../../services/forum/registration/register/register-for-forum.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { newId } from '../../../services/shared/ids.ts';

export const OPENS = new Date('2026-03-01T04:00:00.000Z');
export const CLOSES = new Date('2026-09-01T13:00:00.000Z');
export const STARTS = new Date('2026-10-01T04:00:00.000Z');
/** A moment at which registration is open. */
export const NOW = new Date('2026-05-01T08:00:00.000Z');

export interface Seats {
  readonly capacity: number;
  readonly waitlistLimit: number;
}

let nextYear = 3000;

/** An edition that takes registrations at `NOW`. */
export async function givenEdition(
  em: EntityManager,
  { capacity, waitlistLimit }: Seats,
  { status = 'REGISTRATION_OPEN', startsAt = STARTS }: { status?: string; startsAt?: Date } = {},
): Promise<string> {
  const id = newId('forum_edition');
  nextYear += 1;
  await em.execute(
    `insert into edition (id, year, title, host_country, city, time_zone, starts_at, ends_at, registration_opens_at,
       registration_closes_at, seat_offer_hours, status)
     values (?, ?, '{}', 'KZ', '{}', 'Asia/Almaty', ?, ?, ?, ?, 48, ?)`,
    [id, nextYear, startsAt, new Date(startsAt.getTime() + 2 * 86_400_000), OPENS, CLOSES, status],
  );
  await em.execute('insert into availability (id, capacity, waitlist_limit) values (?, ?, ?)', [
    id,
    capacity,
    waitlistLimit,
  ]);
  return id;
}

/** Somebody registers as an open participant. */
export function register(
  em: EntityManager,
  editionId: string,
  personId: string,
  now: Date = NOW,
): Promise<RegisterForForumOutcome> {
  const command = {
    editionId,
    personId,
    idempotencyKey: null,
    category: ParticipantCategory.OPEN,
    affiliation: null,
    dietaryNeeds: null,
    accessibilityNeeds: null,
    interpretationLanguage: null,
    consents: [],
  };
  return registerForForum(em.fork(), command, now);
}

/** Somebody registers who is not refused; the ID of the registration. */
export async function givenRegistration(em: EntityManager, editionId: string, now: Date = NOW): Promise<string> {
  const outcome = await register(em, editionId, newId('person'), now);
  if ('refusal' in outcome && outcome.refusal !== 'already-registered') throw new Error(outcome.refusal);
  return outcome.registrationId;
}

/** A group of an organisation that waits, as long as `now` is late in the queue. */
export async function givenWaitingGroup(
  em: EntityManager,
  editionId: string,
  size: number,
  now: Date,
): Promise<{ groupId: string; contactId: string; registrationIds: string[] }> {
  const [groupId, contactId] = [newId('registration_group'), newId('person')];
  await em.execute(
    `insert into registration_group (id, edition_id, organisation, contact_person_id, made_at) values (?, ?, 'Dostyq', ?, ?)`,
    [groupId, editionId, contactId, now],
  );
  const registrationIds = Array.from({ length: size }, () => newId('registration'));
  for (const id of registrationIds) {
    await em.execute(
      `insert into registration (id, edition_id, person_id, category, status, registered_at, group_id)
       values (?, ?, ?, 'OPEN', 'WAITLISTED', ?, ?)`,
      [id, editionId, newId('person'), now, groupId],
    );
  }
  return { groupId, contactId, registrationIds };
}

export interface Counts {
  readonly capacity: number;
  readonly claimed: number;
  readonly offered: number;
  readonly waiting: number;
  readonly free: number;
}

export async function countsOf(em: EntityManager, editionId: string): Promise<Counts | undefined> {
  const [row] = await em.execute<Counts[]>(
    'select capacity, claimed, offered, waiting, free from availability where id = ?',
    [editionId],
  );
  return row;
}

export interface State {
  readonly status: string;
  readonly seat_offer_id: string | null;
  readonly person_id: string;
}

export async function stateOf(em: EntityManager, registrationId: string): Promise<State | undefined> {
  const [row] = await em.execute<State[]>('select status, seat_offer_id, person_id from registration where id = ?', [
    registrationId,
  ]);
  return row;
}

/** The seat somebody is offered, and who they are. */
export async function offerOf(
  em: EntityManager,
  registrationId: string,
): Promise<{ offerId: string; personId: string }> {
  const state = await stateOf(em, registrationId);
  if (!state?.seat_offer_id) throw new Error(`${registrationId} is offered nothing`);
  return { offerId: state.seat_offer_id, personId: state.person_id };
}
