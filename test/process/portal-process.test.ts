import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD } from '../support/constants.ts';
import { givenDatabase } from '../support/database.ts';
import { failToStart, type PortalProcess, startPortalProcess } from '../support/portal-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-process-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a portal on an empty data folder', () => {
  let portal: PortalProcess;
  beforeAll(async () => {
    portal = await startPortalProcess({ DATA_DIR: join(folder, 'first') });
  }, 30_000);
  afterAll(() => portal?.end('SIGTERM'));

  it('says where it is, who can sign in, and a query that answers', async () => {
    const { stdout, stderr } = portal.said();

    expect(stderr).toBe('');
    expect(stdout).toContain(`${portal.url}/health/ready`);
    const password = /password (\S+)/.exec(stdout)?.[1] ?? '';
    const emails = stdout.match(/[\w.-]+@demo\.erikti\.example/g);
    expect(emails).toEqual(
      'participant volunteer focal-point.kg accreditation desk host.ke partner.ke placements admin'
        .split(' ')
        .map((mailbox) => `${mailbox}@demo.erikti.example`),
    );
    for (const email of emails ?? []) expect(await signIn(portal.url, email, password)).toMatch(/^\w+$/);
    const body = /-d '(.+)'/.exec(stdout)?.[1] ?? '';
    expect(await post(`${portal.url}/graphql`, body)).toMatchObject({
      data: { forumEdition: { status: 'REGISTRATION_OPEN', isDemo: true, availability: { capacity: 400 } } },
    });
  });

  it('answers whether it lives and is ready', async () => {
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map(async (question) => (await fetch(`${portal.url}/health/${question}`)).json()),
    );

    expect(live).toEqual({ live: true });
    expect(ready).toEqual({
      ready: true,
      subgraphs: { accounts: true, forum: true, delegations: true, placements: true, network: true },
    });
  });

  it('keeps its data folder to itself', async () => {
    const second = await failToStart({ DATA_DIR: join(folder, 'first') });

    expect(second.code).toBe(1);
    expect(second.stdout).toBe('');
    expect(second.stderr.trim().split('\n')).toEqual([expect.stringMatching(/^The data folder .+ is in use/)]);
  });

  it('stops at once and with success when it is told to, and finds everything again', async () => {
    const [, password = ''] = /password (\S+)/.exec(portal.said().stdout) ?? [];

    const codes = [await portal.end('SIGTERM')];
    portal = await startPortalProcess({ DATA_DIR: join(folder, 'first') });
    const token = await signIn(portal.url, 'admin@demo.erikti.example', password);
    codes.push(await portal.end('SIGINT'));

    expect(codes).toEqual([0, 0]);
    expect(token).toMatch(/^\w+$/);
  }, 30_000);
});

describe('a portal that cannot start', () => {
  it('says which port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;

    const { code, stderr } = await failToStart({ DATA_DIR: join(folder, 'port'), PORT: String(port) });
    holder.close();

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} is in use. Stop what uses it, or set PORT to another.\n`,
    });
  }, 30_000);

  it.each([
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' },
      'The database of DATABASE_URL cannot be reached (ECONNREFUSED). Start it, or correct the URL.',
    ],
    [
      'a URL that is none',
      { DATABASE_URL: 'mysql://localhost/x' },
      'DATABASE_URL: write a PostgreSQL URL, postgres://user:password@host:5432/database',
    ],
    ['a port that is none', { PORT: 'here' }, 'PORT: a port is a number from 0 to 65535'],
    ['a word that is neither on nor off', { DEMO: 'maybe' }, 'DEMO: write 1 or 0'],
    [
      'a demonstration in production',
      { DEMO: '1', NODE_ENV: 'production' },
      'DEMO: the demonstration has people with a known password; it is not for production',
    ],
  ])('says in one line what is wrong with %s', async (_case, settings, line) => {
    const { code, stdout, stderr } = await failToStart({ DATA_DIR: join(folder, 'never'), ...settings });

    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  });
});

describe('a portal on a database of the operator', () => {
  it('starts without the demonstration, with the edition as it is announced', async () => {
    const database = await givenDatabase();
    const { host, port, user, password } = database.owner;
    const url = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database.owner.database}?host=${host}`;
    const portal = await startPortalProcess({ DATA_DIR: join(folder, 'own'), DATABASE_URL: url });

    const edition = await post(
      `${portal.url}/graphql`,
      JSON.stringify({ query: '{ forumEdition(year: 2026) { status isDemo startsAt availability { capacity } } }' }),
    );
    const signInStatus = (
      await fetch(`${portal.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'admin@demo.erikti.example', password: TEST_PASSWORD }),
      })
    ).status;
    const said = portal.said();
    await portal.end('SIGTERM');
    await database.drop();

    expect(edition).toEqual({
      data: { forumEdition: { status: 'ANNOUNCED', isDemo: false, startsAt: null, availability: null } },
    });
    expect(signInStatus).toBe(401);
    expect(said.stdout).not.toContain('demo.erikti.example');
  }, 30_000);
});

async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await post(`${url}/auth/sign-in/email`, JSON.stringify({ email, password }));
  return String(answer.token);
}

async function post(url: string, body: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return (await response.json()) as Record<string, unknown>;
}
