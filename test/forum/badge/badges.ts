import type { EntityManager } from '@mikro-orm/postgresql';
import { IdCheckKind } from '../../../services/forum/badge/badge.rules.ts';
import { activateBadge } from '../../../services/forum/badge/desk/activate-badge.ts';
import { askForBadge } from '../../../services/forum/badge/issue-badge.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS } from '../../support/database.ts';

/** The first day of the editions, in the morning; days are those of Asia/Almaty. */
export const DAY_ONE = new Date('2026-10-01T04:00:00.000Z');
export const DESK_ID = newId('person');
export const desk: Viewer = {
  personId: DESK_ID,
  apiClientId: null,
  grants: [{ role: 'REGISTRATION_DESK', scope: { kind: 'ALL', id: null } }],
};

let years = 4000;

/** An edition of two days from `DAY_ONE` on, in progress. */
export async function givenEdition(em: EntityManager, { status = 'IN_PROGRESS', dated = true } = {}): Promise<string> {
  const id = newId('forum_edition');
  years += 1;
  await em.execute(
    `insert into edition (id, year, title, host_country, city, time_zone, starts_at, ends_at, status)
     values (?, ?, '{}', 'KZ', '{}', 'Asia/Almaty', ?, ?, ?)`,
    [id, years, dated ? DAY_ONE : null, dated ? new Date('2026-10-02T13:00:00.000Z') : null, status],
  );
  return id;
}

export interface GivenRegistration {
  readonly id: string;
  readonly personId: string;
}

export async function givenRegistrations(
  em: EntityManager,
  editionId: string,
  count: number,
  { status = 'CONFIRMED', category = 'OPEN' } = {},
): Promise<GivenRegistration[]> {
  const made = Array.from({ length: count }, () => ({ id: newId('registration'), personId: newId('person') }));
  await em.execute(
    `insert into registration (id, edition_id, person_id, category, status, registered_at)
     select id, ?, "personId", ?, ?, ? from jsonb_to_recordset(?::jsonb) as made (id text, "personId" text)`,
    [editionId, category, status, DAY_ONE, JSON.stringify(made)],
  );
  return made;
}

export async function givenRegistration(
  em: EntityManager,
  editionId: string,
  options?: { status?: string; category?: string },
): Promise<GivenRegistration> {
  const [made] = await givenRegistrations(em, editionId, 1, options);
  if (!made) throw new Error('one was asked for');
  return made;
}

export interface BadgeState {
  readonly id: string;
  readonly serial: string;
  readonly status: string;
  readonly qr_payload: string;
  readonly zones: string[];
  readonly category: string;
  readonly key_id: string;
  readonly version: number;
  readonly registration_id: string;
}

/** The badges of a registration, the newest first. */
export function badgesOf(em: EntityManager, registrationId: string): Promise<BadgeState[]> {
  return em.execute<BadgeState[]>('select * from badge where registration_id = ? order by issued_at desc, id desc', [
    registrationId,
  ]);
}

/** The badge of a registration, made by the desk. */
export async function givenBadge(em: EntityManager, registrationId: string, now: Date = DAY_ONE): Promise<BadgeState> {
  const command = { viewer: desk, actorId: DESK_ID, registrationId, idempotencyKey: null };
  const outcome = await askForBadge(em.fork(), TEST_KEYS, command, now);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  const [badge] = await badgesOf(em, registrationId);
  if (!badge) throw new Error('a badge was made');
  return badge;
}

/** An active badge. */
export async function givenActiveBadge(
  em: EntityManager,
  registrationId: string,
  now: Date = DAY_ONE,
): Promise<BadgeState> {
  const badge = await givenBadge(em, registrationId, now);
  const idCheck = { kind: IdCheckKind.PASSPORT, checked: true };
  const outcome = await activateBadge(em.fork(), { ...actOn(badge), idCheck }, now);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return { ...badge, status: 'ACTIVE', version: badge.version + 1 };
}

/** What the desk's acts say of a badge. */
export function actOn({ serial }: { serial: string }) {
  return { viewer: desk, actorId: DESK_ID, serial, expectedVersion: null };
}
