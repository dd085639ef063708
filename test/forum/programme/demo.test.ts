import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, expect, it } from 'vitest';
import { cancelSession } from '../../../services/forum/session/programme/urgent/cancel-session.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-10-01T04:00:00.000Z');
const TWO_MONTHS_ON = new Date(NOW.getTime() + 60 * DAY_MS);

const service = useService(forum);
const em = (): EntityManager => service.running.database.orm.em.fork();

interface Planned {
  readonly id: string;
  readonly starts: number;
}

function sessions(): Promise<Planned[]> {
  return startsOf('select id, starts_at from session order by id');
}

function drafts(): Promise<Planned[]> {
  return startsOf('select session_id as id, starts_at from session_draft order by session_id');
}

function told(): Promise<Planned[]> {
  return startsOf('select session_id as id, starts_at from programme_change order by session_id');
}

async function startsOf(sql: string): Promise<Planned[]> {
  const rows = await em().execute<{ id: string; starts_at: Date }[]>(sql);
  return rows.map(({ id, starts_at: startsAt }) => ({ id, starts: new Date(startsAt).getTime() }));
}

function later(planned: readonly Planned[]): Planned[] {
  return planned.map(({ id, starts }) => ({ id, starts: starts + 60 * DAY_MS }));
}

async function empty(...tables: string[]): Promise<void> {
  for (const table of tables) await em().execute(`delete from ${table}`);
}

beforeEach(async () => {
  await em().execute(
    `update edition set status = 'ANNOUNCED', is_demo = false, registration_opens_at = null, registration_closes_at = null,
       starts_at = null, ends_at = null`,
  );
  await empty('programme_change', 'programme_release', 'programme', 'session_draft', 'session', 'room');
  await forum.seedDemo(em(), NOW);
});

it('is the first release of eleven sessions in three rooms, and brings nothing twice', async () => {
  const once = [await sessions(), await drafts(), await told()];
  await Promise.all([forum.seedDemo(em(), NOW), forum.seedDemo(em(), NOW)]);

  expect(once[0]).toHaveLength(11);
  expect(once[1]).toEqual(once[0]);
  expect(once[2]).toEqual(once[0]);
  expect([await sessions(), await drafts(), await told()]).toEqual(once);
  expect(await em().execute('select name, capacity from room order by name')).toMatchObject([
    { name: { en: 'A' }, capacity: 400 },
    { name: { en: 'B' }, capacity: 60 },
    { name: { en: 'C' }, capacity: 20 },
  ]);
});

it('moves to the present when it lies around, draft and first release with it', async () => {
  const before = await sessions();

  await forum.seedDemo(em(), TWO_MONTHS_ON);

  expect(await sessions()).toEqual(later(before));
  expect(await drafts()).toEqual(later(before));
  expect(await told()).toEqual(later(before));
});

it('moves with what has become of it, and leaves later releases as they were', async () => {
  const [first] = await sessions();
  const command = { actorId: newId('person'), sessionId: first?.id ?? '', reason: 'to try it out' };
  await cancelSession(em(), command, NOW);
  const [before, drafted, releases] = [await sessions(), await drafts(), await told()];

  await forum.seedDemo(em(), TWO_MONTHS_ON);

  expect(drafted).toHaveLength(10);
  expect(await sessions()).toEqual(later(before));
  expect(await drafts()).toEqual(later(drafted));
  expect(await told()).toEqual(releases);
});

it('gets rooms, a draft and a first release where it is from before there were any', async () => {
  const before = await sessions();
  await em().execute('update session set room_id = null');
  await empty('programme_change', 'programme_release', 'programme', 'session_draft', 'room');

  await forum.seedDemo(em(), NOW);

  expect([await sessions(), await drafts(), await told()]).toEqual([before, before, before]);
  expect(await em().execute('select id from session where room_id is null')).toEqual([]);
});
