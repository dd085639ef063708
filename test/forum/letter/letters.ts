import type { EntityManager } from '@mikro-orm/postgresql';
import { requestInvitationLetter } from '../../../services/forum/letter/invitation/request-invitation-letter.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';

/** A moment before the editions. */
export const NOW = new Date('2026-05-01T08:00:00.000Z');
const STARTS = new Date('2026-10-01T04:00:00.000Z');
const ENDS = new Date('2026-10-03T13:00:00.000Z');

export const desk: Viewer = {
  personId: newId('person'),
  apiClientId: null,
  grants: [{ role: 'REGISTRATION_DESK', scope: { kind: 'ALL', id: null } }],
};

let years = 5000;

export interface GivenEdition {
  readonly id: string;
  readonly year: number;
}

/** An edition with dates, unless it is given without. */
export async function givenEdition(
  em: EntityManager,
  { status = 'REGISTRATION_OPEN', isDated = true }: { status?: string; isDated?: boolean } = {},
): Promise<GivenEdition> {
  const id = newId('forum_edition');
  years += 1;
  await em.execute(
    `insert into edition (id, year, title, host_country, city, time_zone, starts_at, ends_at, status)
     values (?, ?, '{"en": "Forum"}', 'KZ', '{"en": "Astana"}', 'Asia/Almaty', ?, ?, ?)`,
    [id, years, isDated ? STARTS : null, isDated ? ENDS : null, status],
  );
  await em.execute('insert into availability (id, capacity, waitlist_limit) values (?, 500, 0)', [id]);
  return { id, year: years };
}

export interface GivenRegistration {
  readonly id: string;
  readonly personId: string;
}

/** A registration with names, unless it is given without. */
export async function givenRegistration(
  em: EntityManager,
  editionId: string,
  { status = 'CONFIRMED', hasName = true }: { status?: string; hasName?: boolean } = {},
): Promise<GivenRegistration> {
  const [id, personId] = [newId('registration'), newId('person')];
  const name = hasName ? JSON.stringify({ family: 'Akhmetova', given: 'Saule' }) : null;
  const native = hasName ? JSON.stringify({ family: 'Ахметова', given: 'Сәуле' }) : null;
  await em.execute(
    `insert into registration (id, edition_id, person_id, category, status, registered_at, latin_name, native_name, citizenship)
     values (?, ?, ?, 'OPEN', ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [id, editionId, personId, status, NOW, name, native, hasName ? 'KG' : null],
  );
  return { id, personId };
}

/** What a request for a letter says where a test is about something else. */
export function aRequest({ id, personId }: GivenRegistration) {
  return { personId, idempotencyKey: null, registrationId: id, language: 'en', embassy: null } as const;
}

/** A letter that is asked for; its ID. */
export async function givenRequest(em: EntityManager, registration: GivenRegistration): Promise<string> {
  const outcome = await requestInvitationLetter(em, aRequest(registration), NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.letterId;
}

export interface LetterState {
  readonly status: string;
  readonly number: string | null;
  readonly code: string | null;
  readonly version: number;
}

/** Letters of a registration, the first asked for first. */
export function lettersOf(em: EntityManager, registrationId: string): Promise<LetterState[]> {
  return em.execute<LetterState[]>(
    'select status, number, code, version from invitation_letter where registration_id = ? order by requested_at, id',
    [registrationId],
  );
}
