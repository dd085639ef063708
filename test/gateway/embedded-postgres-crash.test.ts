import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../gateway/embedded-postgres/embedded-postgres.ts';
import { type OtherPortal, startOtherPortal } from '../support/embedded-postgres/other-portal.ts';
import { eventually, isRunning, serverPidOf } from '../support/embedded-postgres/server-process.ts';

let parent: string;
/** Folder of a whole cluster, which every test finds without a server and fills anew. */
let dataDir: string;
let portals: OtherPortal[] = [];
let servers: EmbeddedPostgres[] = [];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-postgres-test-'));
  dataDir = join(parent, 'data');
  const server = await startHere();
  await server.stop();
});

afterEach(async () => {
  await Promise.all(portals.map((portal) => portal.kill()));
  await Promise.all(servers.map((server) => server.stop()));
  // The next start waits for the servers of killed portals, and so does removing their folder have to.
  const server = await startHere();
  await server.stop();
  portals = [];
  servers = [];
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

function startPortal(options: Parameters<typeof startOtherPortal>[1] = {}, folder: string = dataDir): OtherPortal {
  const portal = startOtherPortal(folder, options);
  portals.push(portal);
  return portal;
}

async function startHere(folder: string = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, durability: 'crash-safe' });
  servers.push(server);
  return server;
}

/** A portal in a process of its own, with one row committed and another one not. */
async function givenPortalWithRow(): Promise<{ portal: OtherPortal; pid: number }> {
  const portal = startPortal();
  const { connection } = await portal.started;
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  await client.query('drop table if exists delegate; create table delegate (name text)');
  await client.query("insert into delegate values ('Aigerim')");
  await client.query("begin; insert into delegate values ('nobody yet')");
  return { portal, pid: serverPidOf(dataDir) };
}

async function delegatesIn({ connection }: EmbeddedPostgres): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  const { rows } = await client.query('select name from delegate');
  await client.end();
  return rows;
}

it('a folder in use by another portal is refused with the number of its process', async () => {
  const { portal } = await givenPortalWithRow();

  await expect(startHere()).rejects.toThrow(
    `The data folder ${dataDir} is in use by another portal (process ${portal.process.pid}). ` +
      'Stop it or set DATA_DIR to another folder.',
  );
});

it('of portals that start at the same moment one gets the folder and the others a refusal', async () => {
  const fresh = join(parent, 'raced');

  const outcomes = await Promise.all([1, 2, 3].map(() => startPortal({}, fresh).started));

  expect(outcomes.filter(({ connection }) => connection !== undefined)).toHaveLength(1);
  expect(outcomes.filter(({ refusal }) => refusal?.includes('is in use by another portal'))).toHaveLength(2);
});

it('a server does not disturb, nor is disturbed by, what the environment says about PostgreSQL', async () => {
  const portal = startPortal({
    env: { PGHOST: 'db.invalid', PGUSER: 'postgres', PGOPTIONS: '-c nothing=1', PGDATA: '/nowhere', LC_ALL: 'xx_XX' },
  });

  const { connection } = await portal.started;

  expect(connection?.host).toBe(join(dataDir, 'socket'));
});

it('a portal that comes to its end without stopping the server ends at once, and the server with it', async () => {
  const portal = startPortal({ ending: 'leave' });
  await portal.started;

  await eventually(() => portal.process.exitCode === 0);

  await eventually(() => !readdirSync(join(dataDir, 'cluster')).includes('postmaster.pid'));
});

it.runIf(process.platform === 'linux')('a server shuts down in order when its portal is killed', async () => {
  const { portal, pid } = await givenPortalWithRow();

  await portal.kill();

  await eventually(() => !isRunning(pid));
  expect(readFileSync(join(dataDir, 'server.log'), 'utf8')).toContain('database system is shut down');
});

it('committed rows outlive a portal that was killed', async () => {
  const { portal } = await givenPortalWithRow();
  await portal.kill();

  const server = await startHere();

  expect(await delegatesIn(server)).toEqual([{ name: 'Aigerim' }]);
});

it('committed rows outlive a portal that was killed together with its server', async () => {
  const { portal, pid } = await givenPortalWithRow();
  process.kill(pid, 'SIGKILL');
  await portal.kill();

  const server = await startHere();

  expect(await delegatesIn(server)).toEqual([{ name: 'Aigerim' }]);
});

it('committed rows outlive a server that was killed under a portal', async () => {
  const { portal, pid } = await givenPortalWithRow();
  await portal.kill();
  const first = await startHere();
  process.kill(serverPidOf(dataDir), 'SIGKILL');
  await first.stop();

  const second = await startHere();

  expect(await delegatesIn(second)).toEqual([{ name: 'Aigerim' }]);
  expect(isRunning(pid)).toBe(false);
});

it('a server that was left behind is stopped by the next start', async () => {
  const { portal, pid } = await givenPortalWithRow();
  process.kill(pid, 'SIGSTOP');
  await portal.kill();

  const starting = startHere();
  await delay(300);
  process.kill(pid, 'SIGCONT');
  const server = await starting;

  expect(isRunning(pid)).toBe(false);
  expect(await delegatesIn(server)).toEqual([{ name: 'Aigerim' }]);
});

it('a process that got the number of a dead server is left alone and is no obstacle', async () => {
  const { portal, pid } = await givenPortalWithRow();
  process.kill(pid, 'SIGKILL');
  await portal.kill();
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(`${pid}`, `${process.ppid}`));

  const server = await startHere();

  expect(isRunning(process.ppid)).toBe(true);
  expect(await delegatesIn(server)).toEqual([{ name: 'Aigerim' }]);
});

it('a cluster that was being made when its portal was killed is made anew', async () => {
  const fresh = join(parent, 'interrupted');
  const unfinished = () => existsSync(fresh) && readdirSync(fresh).some((name) => name.startsWith('unfinished-'));
  const portal = startPortal({}, fresh);
  portal.started.catch(() => {});
  await eventually(unfinished);
  await portal.kill();

  const server = await startHere(fresh);

  expect(server.connection.host).toBe(join(fresh, 'socket'));
  expect(unfinished()).toBe(false);
});
