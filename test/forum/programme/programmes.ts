import type { EntityManager } from '@mikro-orm/postgresql';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';

export const ADMINISTRATOR_ID = newId('person');

const administrator: Viewer = {
  personId: ADMINISTRATOR_ID,
  apiClientId: null,
  grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } }],
};

/** Asks the forum as an administrator, or as a participant; answers the first field. Throws where there are errors. */
export function asking(running: () => RunningService) {
  const as = (viewer: Viewer) => async (query: string, variables: object) => {
    const scope = { viewer, locale: 'en', correlationId: 'test', deadlineAt: Infinity };
    const { data, errors } = await running().execute({ query, variables: { ...variables }, scope });
    if (errors) throw new Error(JSON.stringify(errors));
    // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
    return Object.values(data ?? {})[0] as any;
  };
  return { administrator: as(administrator), participant: as(participant(newId('person'))) };
}

const REFUSALS = `
  ... on InvalidInput { violations { path code } }
  ... on RoomOccupied { sessions { id } }
  ... on CapacityBelowClaimed { claimed sessionId }
  ... on WaitlistLimitBelowWaiting { waiting }
  ... on InvalidTransition { from to allowed }
  ... on VersionConflict { currentVersion }
  ... on UserError { code }`;

/** Only the refusals that an answer can be: others would not be valid here. */
function refusals(...types: string[]): string {
  return REFUSALS.split('\n')
    .filter((line) => types.some((type) => line.includes(` ${type} `)))
    .join('\n');
}

export const CREATE_ROOM = `mutation ($input: CreateRoomInput!) { createRoom(input: $input) {
  __typename ... on CreateRoomSuccess { room { id name { text } capacity zone } }
  ${refusals('InvalidInput', 'UserError')} } }`;
export const DRAFT = `mutation ($input: DraftSessionInput!) { draftSession(input: $input) {
  __typename ... on DraftSessionSuccess { draft { id version room { id } } }
  ${refusals('InvalidInput', 'RoomOccupied', 'UserError')} } }`;
export const CHANGE = `mutation ($input: ChangeSessionDraftInput!) { changeSessionDraft(input: $input) {
  __typename ... on ChangeSessionDraftSuccess { draft { id version isRemoved } }
  ${refusals('InvalidInput', 'RoomOccupied', 'CapacityBelowClaimed', 'WaitlistLimitBelowWaiting', 'VersionConflict', 'UserError')} } }`;
export const REMOVE = `mutation ($input: RemoveSessionDraftInput!) { removeSessionDraft(input: $input) {
  __typename ... on RemoveSessionDraftSuccess { draft { id version isRemoved } }
  ${refusals('VersionConflict', 'UserError')} } }`;
export const RELEASE = `mutation ($input: ReleaseProgrammeInput!) { releaseProgramme(input: $input) {
  __typename ... on ReleaseProgrammeSuccess { release { number changes { kind sessionId } } }
  ${refusals('InvalidInput', 'CapacityBelowClaimed', 'WaitlistLimitBelowWaiting', 'UserError')} } }`;
export const MOVE = `mutation ($input: MoveSessionInput!) { moveSession(input: $input) {
  __typename
  ... on MoveSessionSuccess {
    session { id startsAt endsAt room version } conflicts { booking { id } conflictsWith { id } }
  }
  ${refusals('InvalidInput', 'RoomOccupied', 'InvalidTransition', 'VersionConflict', 'UserError')} } }`;
export const CANCEL = `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) {
  __typename ... on CancelSessionSuccess { session { id status } }
  ${refusals('InvalidInput', 'InvalidTransition', 'UserError')} } }`;

/** A session as an organiser fills it in, all but its time and room. */
export const FORM = {
  title: [
    { locale: 'kk', text: 'Ашылу' },
    { locale: 'en', text: 'Opening' },
  ],
  floorLanguages: ['kk'],
};

export async function givenRoom(
  em: EntityManager,
  editionId: string,
  name: string,
  capacity: number | null = null,
): Promise<string> {
  const id = newId('room');
  await em.execute('insert into room (id, edition_id, name, capacity) values (?, ?, ?::jsonb, ?)', [
    id,
    editionId,
    JSON.stringify({ en: name }),
    capacity,
  ]);
  return id;
}

/** Everything the forum keeps, to compare before and after; what was asked with a key and refused is remembered too. */
export async function everything(em: EntityManager): Promise<string> {
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'forum' and table_type = 'BASE TABLE' and table_name not in ('idempotency_key', 'programme')
     order by table_name`,
  );
  const content: unknown[] = [];
  for (const { name } of tables) {
    content.push(name, await em.execute(`select to_jsonb(one) as row from "${name}" as one order by 1`));
  }
  return JSON.stringify(content);
}

/** What was published of a kind, the oldest first. */
export async function published(
  em: EntityManager,
  type: string,
  editionId: string,
): Promise<Record<string, unknown>[]> {
  const rows = await em.execute<{ payload: Record<string, unknown> }[]>(
    `select payload from outbox_event where type = ? and payload ->> 'editionId' = ? order by id`,
    [type, editionId],
  );
  return rows.map(({ payload }) => payload);
}
