import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../gateway/embedded-postgres/embedded-postgres.ts';
import { openServices } from '../../services/open-services.ts';
import { services } from '../../services/services.ts';
import { silentLog, TEST_PASSWORD, TEST_SECRET } from '../support/constants.ts';
import { operation } from '../support/operations.ts';
import { givenPeople, type TestPerson } from '../support/people.ts';
import { type PortalProcess, startPortalProcess } from '../support/portal-process.ts';

const REGISTER = operation('04-register');
const SEATS = 50;
const PLACES = 20;
const PEOPLE = 200;
const KILLED_AFTER = 30;

let folder: string;
let people: TestPerson[];
let portal: PortalProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-crash-'));
  people = await givenPortalWithPeople();
});
afterAll(async () => {
  await portal?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it('loses no acknowledged registration to kill -9 in the middle of a race, and makes none twice', async () => {
  portal = await startPortalProcess(settings());
  const acknowledged = new Map<string, string>();
  const editionId = await editionOf(portal);
  const process = portal;
  await Promise.all(
    people.map(async (person) => {
      const registration = await register(process, person, editionId).catch(() => null);
      if (registration?.id) acknowledged.set(person.personId, registration.id);
      if (acknowledged.size === KILLED_AFTER) process.child.kill('SIGKILL');
    }),
  );
  await process.end('SIGKILL');

  portal = await startPortalProcess(settings());

  const kept = new Map<string, string>();
  const statuses: string[] = [];
  for (const person of people) {
    const { me } = await ask(portal, '{ me { registrations { nodes { id status } } } }', {}, person.token);
    const nodes: { id: string; status: string }[] = me.registrations.nodes;
    expect(nodes.length).toBeLessThanOrEqual(1);
    for (const { id, status } of nodes) {
      kept.set(person.personId, id);
      statuses.push(status);
    }
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect([...acknowledged].filter(([personId, id]) => kept.get(personId) !== id)).toEqual([]);
  expect(await availabilityOf(portal)).toEqual({
    claimed: statuses.filter((status) => status === 'CONFIRMED').length,
    waiting: statuses.filter((status) => status === 'WAITLISTED').length,
  });

  const again = portal;
  const outcomes = await Promise.all(people.map((person) => register(again, person, editionId)));
  const counts = Object.groupBy(outcomes, (outcome) => outcome.outcome);
  expect([counts.CONFIRMED?.length, counts.WAITLISTED?.length, counts.EDITION_FULL?.length]).toEqual([
    SEATS,
    PLACES,
    PEOPLE - SEATS - PLACES,
  ]);
  expect(outcomes.filter(({ personId, id }) => kept.has(personId) && kept.get(personId) !== id)).toEqual([]);
  expect(await availabilityOf(portal)).toEqual({ claimed: SEATS, waiting: PLACES });
}, 60_000);

function settings() {
  return { DATA_DIR: folder, SECRET: TEST_SECRET, DEMO_PASSWORD: TEST_PASSWORD, RATE_LIMITS: 'off' };
}

/** A data folder as a portal leaves it behind, with people who are signed in and an edition with few seats. */
async function givenPortalWithPeople(): Promise<TestPerson[]> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'crash-safe' });
  const opened = await openServices({
    services,
    owner: postgres.connection,
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    rateLimits: false,
    demoPassword: TEST_PASSWORD,
    now: () => new Date(),
    log: silentLog,
  });
  const made = await givenPeople(postgres.connection, PEOPLE);
  const client = new pg.Client({ ...postgres.connection });
  await client.connect();
  await client.query(
    `update forum.availability set capacity = $1, waitlist_limit = $2 where id like 'forum_edition_%'`,
    [SEATS, PLACES],
  );
  await client.end();
  await opened.close();
  await postgres.stop();
  return made;
}

/** Registers with the person's own idempotency key: the registration, or the code of the refusal. */
async function register(to: PortalProcess, { personId, token }: TestPerson, editionId: string) {
  const input = { idempotencyKey: personId, editionId, category: 'OPEN', consents: [] };
  const { registerForForum } = await ask(to, REGISTER, { input }, token);
  const { registration, code } = registerForForum;
  return { personId, id: registration?.id as string | undefined, outcome: (registration?.status ?? code) as string };
}

async function editionOf(of: PortalProcess): Promise<string> {
  return (await ask(of, '{ forumEdition(year: 2026) { id } }')).forumEdition.id;
}

async function availabilityOf(of: PortalProcess) {
  const data = await ask(of, '{ forumEdition(year: 2026) { availability { claimed waiting } } }');
  return data.forumEdition.availability;
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
