import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../support/constants.ts';
import { keepPortal, keptSettings, withDatabase } from '../support/kept-portal.ts';
import { operation } from '../support/operations.ts';
import { givenPeople, type TestPerson } from '../support/people.ts';
import { type PortalProcess, startPortalProcess } from '../support/portal-process.ts';
import { asDatabaseOwner, placesOf } from '../support/whole-database.ts';

const REQUEST_ERASURE = operation('15-request-erasure');
const PEOPLE = 40;
const KILLED_AFTER_MS = 450;
const PATIENCE_MS = 40_000;

let folder: string;
let people: TestPerson[];
let portal: PortalProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-erasure-'));
  people = await keepPortal(folder, async (owner) => {
    const made = await givenPeople(owner, PEOPLE);
    await asDatabaseOwner(owner, (client) =>
      client.query(
        `insert into forum.registration (id, edition_id, person_id, category, status, affiliation, registered_at)
         select 'registration_' || person_id, edition.id, person_id, 'OPEN', 'CONFIRMED', 'Written by ' || person_id, now()
         from forum.edition, unnest($1::text[]) as people (person_id)`,
        [made.map(({ personId }) => personId)],
      ),
    );
    return made;
  });
});
afterAll(async () => {
  await portal?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it('finishes every erasure that was asked for before kill -9, and frees each seat once', async () => {
  const first = await startPortalProcess(keptSettings(folder));
  portal = first;
  const asked = await Promise.all(people.map(({ token }) => ask(first, REQUEST_ERASURE, { input: {} }, token)));
  const ids = asked.map(({ requestErasure }) => requestErasure.erasure.id as string);
  await setTimeout(KILLED_AFTER_MS);
  await first.end('SIGKILL');
  const interrupted = await withDatabase(folder, (owner) =>
    asDatabaseOwner(owner, async (client) => {
      const { rows } = await client.query('select from accounts.erasure where completed_at is null');
      return rows.length;
    }),
  );
  expect(interrupted).toBeGreaterThan(0);

  portal = await startPortalProcess(keptSettings(folder));
  const admin = await signIn(portal);
  const statuses = async (of: PortalProcess) => {
    const { nodes } = await ask(
      of,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Erasure { status } } }',
      { ids },
      admin,
    );
    return new Set(nodes.map(({ status }: { status: string }) => status));
  };
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await setTimeout(250)) {
    if ((await statuses(portal)).isSubsetOf(new Set(['COMPLETED']))) break;
  }

  expect([...(await statuses(portal))]).toEqual(['COMPLETED']);
  const { forumEdition } = await ask(portal, '{ forumEdition(year: 2026) { availability { claimed capacity } } }');
  expect(forumEdition.availability).toEqual({ claimed: 0, capacity: 400 });
  await portal.end('SIGTERM');
  portal = undefined;
  const texts = people.flatMap(({ personId }) => [`${personId}@test.example`, `Written by ${personId}`]);
  expect(await withDatabase(folder, (owner) => placesOf(owner, texts))).toEqual([]);
}, 90_000);

async function signIn({ url }: PortalProcess): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@demo.erikti.example', password: TEST_PASSWORD }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function ask({ url }: PortalProcess, query: string, variables: object = {}, token?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query, which stands beside
  const body = (await response.json()) as { data: any };
  return body.data;
}
