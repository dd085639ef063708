import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPortal, keptSettings, withDatabase } from '../support/kept-portal.ts';
import { operation } from '../support/operations.ts';
import { givenPeople, type TestPerson } from '../support/people.ts';
import { type PortalProcess, startPortalProcess } from '../support/portal-process.ts';
import { openAllSeats } from '../support/seats.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

const REGISTER = operation('04-register');
const SEATS = 400;
const PLACES = 100;
const PEOPLE = 10_000;
const AT_ONCE = 200;
const KILLED_AFTER = 250;
const PATIENCE_MS = 240_000;

let folder: string;
let people: TestPerson[];
let portal: PortalProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-surge-'));
  people = await keepPortal(folder, async (owner) => {
    await openAllSeats(owner);
    await asDatabaseOwner(owner, (client) =>
      client.query(`update forum.availability set capacity = $1, waitlist_limit = $2 where id like 'forum_edition_%'`, [
        SEATS,
        PLACES,
      ]),
    );
    return givenPeople(owner, PEOPLE);
  });
}, PATIENCE_MS);
afterAll(async () => {
  await portal?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it(
  'answers 10 000 people who come for 400 seats at once, killed in between, and loses no seat it has promised',
  async () => {
    portal = await startPortalProcess(keptSettings(folder));
    const editionId = (await ask('{ forumEdition(year: 2026) { id } }')).forumEdition.id;
    const promised = new Map<string, string>();
    const outcomes: string[] = [];
    let restart: Promise<void> | null = null;
    const waitingLine = [...people];

    const client = async () => {
      for (let person = waitingLine.pop(); person; person = waitingLine.pop()) {
        const answer = await register(person, editionId);
        outcomes.push(answer.outcome);
        if (answer.id) promised.set(person.personId, answer.id);
        if (promised.size === KILLED_AFTER) restart ??= killAndRestart();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    await restart;

    const counts = Object.groupBy(outcomes, (outcome) => outcome);
    expect(Object.fromEntries(Object.entries(counts).map(([outcome, all]) => [outcome, all?.length]))).toEqual({
      CONFIRMED: SEATS,
      WAITLISTED: PLACES,
      EDITION_FULL: PEOPLE - SEATS - PLACES,
    });
    const seated = people.filter(({ personId }) => promised.has(personId)).slice(0, AT_ONCE);
    const again = await Promise.all(seated.map((person) => register(person, editionId)));
    expect(again.map(({ id }) => id)).toEqual(seated.map(({ personId }) => promised.get(personId)));
    const { forumEdition } = await ask(
      '{ forumEdition(year: 2026) { availability { capacity claimed offered waiting free } } }',
    );
    expect(forumEdition.availability).toEqual({
      capacity: SEATS,
      claimed: SEATS,
      offered: 0,
      waiting: PLACES,
      free: 0,
    });
    const kept = await everyRegistration();
    expect([...promised].filter(([personId, id]) => kept.get(personId) !== id)).toEqual([]);
    expect(kept.size).toBe(SEATS + PLACES);
  },
  PATIENCE_MS,
);

async function killAndRestart(): Promise<void> {
  await portal?.end('SIGKILL');
  portal = await startPortalProcess(keptSettings(folder));
}

/** What is kept once the portal is down: the registration of each person. */
async function everyRegistration(): Promise<Map<string, string>> {
  await portal?.end('SIGTERM');
  const { rows } = await withDatabase(folder, (owner) =>
    asDatabaseOwner(owner, (client) => client.query('select person_id, id from forum.registration')),
  );
  return new Map(rows.map(({ person_id, id }) => [person_id, id]));
}

/** Registers with the person's own idempotency key, and asks again, as clients do, until it is answered. */
async function register({ personId, token }: TestPerson, editionId: string) {
  const input = { idempotencyKey: personId, editionId, category: 'OPEN', consents: [] };
  for (;;) {
    const data = await ask(REGISTER, { input }, token).catch(() => null);
    const answer = data?.registerForForum;
    if (answer) {
      const { registration, code } = answer;
      return { id: registration?.id as string | undefined, outcome: (registration?.status ?? code) as string };
    }
    await setTimeout(200);
  }
}

async function ask(operationText: string, variables: object = {}, token?: string) {
  const response = await fetch(`${portal?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query: operationText, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query, which stands beside
  const body = (await response.json()) as { data: any };
  return body.data;
}
