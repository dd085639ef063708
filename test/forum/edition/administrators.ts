import type { EntityManager } from '@mikro-orm/postgresql';
import { ANONYMOUS, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';

export const ADMINISTRATOR_ID = newId('person');

const administrator: Viewer = {
  personId: ADMINISTRATOR_ID,
  apiClientId: null,
  grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } }],
};

/** Asks the service as an administrator, or as nobody in particular. Throws where there are errors. */
export function asking(running: () => RunningService) {
  const as = (viewer: Viewer) => async (query: string, variables: object) => {
    const scope = { viewer, locale: 'en', correlationId: 'test', deadlineAt: Infinity };
    const { data, errors } = await running().execute({ query, variables: { ...variables }, scope });
    if (errors) throw new Error(JSON.stringify(errors));
    // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
    return Object.values(data ?? {})[0] as any;
  };
  return { administrator: as(administrator), anyone: as(ANONYMOUS) };
}

export const CREATE = `mutation ($input: CreateForumEditionInput!) {
  createForumEdition(input: $input) {
    __typename
    ... on CreateForumEditionSuccess { edition { id version } }
    ... on InvalidInput { violations { path code } }
    ... on UserError { code }
  }
}`;
export const CHANGE = `mutation ($input: ChangeForumEditionInput!) {
  changeForumEdition(input: $input) {
    __typename
    ... on ChangeForumEditionSuccess {
      edition { startsAt seatOfferHours deadlines { modification nomination credentials } title { text locale } version }
    }
    ... on InvalidInput { violations { path code } }
    ... on EditionClosed { status }
    ... on WaitlistLimitBelowWaiting { waiting }
    ... on VersionConflict { currentVersion }
    ... on UserError { code }
  }
}`;
export const STEP = `mutation ($input: ChangeEditionStatusInput!) {
  changeEditionStatus(input: $input) {
    __typename
    ... on ChangeEditionStatusSuccess { edition { status allowedTransitions } }
    ... on InvalidTransition { from to allowed }
    ... on EditionIncomplete { missing }
    ... on EditionNotBegun { beginsAt }
    ... on EditionNotOver { endsAt }
    ... on UserError { code }
  }
}`;

/** An edition of 2027 as an administrator fills it in; in Bishkek, UTC+6. */
export const given = {
  year: 2027,
  title: [
    { locale: 'kk', text: 'Еріктілер форумы' },
    { locale: 'en', text: 'Forum of volunteers' },
  ],
  hostCountry: 'KG',
  city: [{ locale: 'ru', text: 'Бишкек' }],
  timeZone: 'Asia/Bishkek',
  registrationOpensAt: '2027-03-01T03:00:00.000Z',
  registrationClosesAt: '2027-04-20T12:00:00.000Z',
  startsAt: '2027-05-20T03:00:00.000Z',
  endsAt: '2027-05-21T12:00:00.000Z',
  capacity: 2,
  waitlistLimit: 2,
  seatOfferHours: 48,
};

/** How many registrations of an edition are in each state. */
export async function statesOf(em: EntityManager, editionId: string): Promise<Record<string, number>> {
  const rows = await em.execute<{ status: string; people: number }[]>(
    'select status, count(*)::int as people from registration where edition_id = ? group by status order by status',
    [editionId],
  );
  return Object.fromEntries(rows.map(({ status, people }) => [status, people]));
}

/** What the audit trail says of an edition's steps: who took them, and from where to where. */
export function stepsOf(em: EntityManager, editionId: string): Promise<object[]> {
  return em.execute(
    `select actor_id is not null as "byHand", changes -> 0 ->> 'to' as "to" from audit_entry
     where subject_id = ? and command = 'changeEditionStatus' order by id`,
    [editionId],
  );
}

/** What was published about a thing, the oldest first. */
export async function eventsOf(em: EntityManager, editionId: string): Promise<string[]> {
  const rows = await em.execute<{ type: string }[]>(
    `select type from outbox_event where payload ->> 'editionId' = ? order by id`,
    [editionId],
  );
  return rows.map(({ type }) => type);
}
