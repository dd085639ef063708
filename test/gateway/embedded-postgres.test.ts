import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type EmbeddedPostgres,
  EmbeddedPostgresRefusal,
  startEmbeddedPostgres,
} from '../../gateway/embedded-postgres/embedded-postgres.ts';
import { isRunning, serverPidOf } from '../support/embedded-postgres/server-process.ts';

let parent: string;
/** Folder of a cluster that is whole and stopped; making one for every test would take most of their time. */
let kept: string;
let servers: EmbeddedPostgres[] = [];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-postgres-test-'));
  kept = join(parent, 'kept');
  const server = await startEmbeddedPostgres({ dataDir: kept, durability: 'crash-safe' });
  await server.stop();
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function start(
  dataDir: string,
  durability: 'crash-safe' | 'throw-away' = 'crash-safe',
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durability });
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, ...statements: string[]): Promise<unknown[]> {
  const client = new Client(server.connection);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

describe('a cluster', () => {
  it('is made at the first start and keeps its rows to the next', async () => {
    const dataDir = join(parent, 'new', 'data');
    const cold = await start(dataDir);
    await ask(cold, 'create table delegate (name text)', "insert into delegate values ('Aigerim')");
    await cold.stop();

    const warm = await start(dataDir);

    expect(await ask(warm, 'select name from delegate')).toEqual([{ name: 'Aigerim' }]);
  });

  it('knows the upper and lower case of Cyrillic and Kazakh letters', async () => {
    const server = await start(kept);

    const rows = await ask(
      server,
      `select lower('ЁЛКА') as lower, upper('өзен') as upper, 'Алматы' ilike 'АЛМ%' as like,
              (select string_agg(word, ' ' order by word) from unnest(array['яхта', 'астана', 'бишкек']) word) as sorted`,
    );

    expect(rows).toEqual([{ lower: 'ёлка', upper: 'ӨЗЕН', like: true, sorted: 'астана бишкек яхта' }]);
  });

  it('goes away with its whole folder at stop() when it is throw-away', async () => {
    const dataDir = join(parent, 'throw-away');
    const server = await start(dataDir, 'throw-away');
    const rows = await ask(server, 'select 1 as one');

    await server.stop();

    expect(rows).toEqual([{ one: 1 }]);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a running server', () => {
  it('is reached by its URL as well as by its settings', async () => {
    const server = await start(kept);
    const client = new Client(server.url);
    await client.connect();

    const { rows } = await client.query('select current_user as name, current_database() as database');

    await client.end();
    expect(rows).toEqual([{ name: 'erikti', database: 'postgres' }]);
  });

  it('is gone when stop() resolves, also when it is called twice', async () => {
    const server = await start(kept);
    const pid = serverPidOf(kept);

    await Promise.all([server.stop(), server.stop()]);

    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(kept, 'socket'))).toBe(false);
  });

  it('stops although a client has a transaction open', async () => {
    const server = await start(kept);
    const client = new Client(server.connection);
    client.on('error', () => {});
    await client.connect();
    await client.query('begin');

    await server.stop();

    await expect(client.query('select 1')).rejects.toThrow();
  });

  it('listens on a unix socket in a folder closed to others, and nowhere else', async () => {
    const server = await start(kept);

    const [listening] = await ask(server, "select current_setting('listen_addresses') as tcp");

    expect(listening).toEqual({ tcp: '' });
    expect(server.connection.host).toBe(join(kept, 'socket'));
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700);
  });

  it('has its socket in a short folder when the path of the data folder is too long for one', async () => {
    const server = await start(join(parent, 'long-'.repeat(30)), 'throw-away');
    const { host } = server.connection;

    const rows = await ask(server, 'select 1 as one');
    await server.stop();

    expect(rows).toEqual([{ one: 1 }]);
    expect(Buffer.byteLength(join(host, '.s.PGSQL.5432'))).toBeLessThan(104);
    expect(existsSync(host)).toBe(false);
  });

  it('writes to a log in the data folder, which each start begins anew', async () => {
    for (const _run of [1, 2, 3]) await (await start(kept)).stop();

    const logs = readdirSync(kept).filter((name) => name.endsWith('.log'));

    expect(logs).toEqual(['server.log', 'server.previous.log']);
    expect(readFileSync(join(kept, 'server.log'), 'utf8').match(/starting PostgreSQL/g)).toHaveLength(1);
  });
});

describe('a folder that will not do is refused', () => {
  async function refusalOf(dataDir: string, durability: 'crash-safe' | 'throw-away' = 'crash-safe'): Promise<string> {
    const outcome = await start(dataDir, durability).catch((error: unknown) => error);
    return outcome instanceof EmbeddedPostgresRefusal ? outcome.message : `no refusal: ${outcome}`;
  }

  it('when it is a file', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');

    expect(await refusalOf(file)).toBe(
      `The data folder ${file} is a file or lies below one. Set DATA_DIR to a folder.`,
    );
    expect(await refusalOf(join(file, 'data'))).toBe(
      `The data folder ${join(file, 'data')} is a file or lies below one. Set DATA_DIR to a folder.`,
    );
  });

  it.runIf(process.platform === 'linux')('when it cannot be made', async () => {
    expect(await refusalOf('/proc/data')).toBe(
      'The data folder /proc/data cannot be written (ENOENT). ' +
        'Make it writable for this user or set DATA_DIR to another folder.',
    );
  });

  it('when it holds something else, which stays untouched', async () => {
    const dataDir = join(parent, 'documents');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'thesis.txt'), 'four years');

    expect(await refusalOf(dataDir)).toBe(
      `The data folder ${dataDir} holds something that is not the portal's: thesis.txt. Set DATA_DIR to another folder.`,
    );
    expect(readdirSync(dataDir)).toEqual(['thesis.txt']);
  });

  it('when another major version made its cluster', async () => {
    const dataDir = join(parent, 'older');
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');

    expect(await refusalOf(dataDir)).toBe(
      `The data folder ${dataDir} was made by PostgreSQL 17, and this portal brings PostgreSQL 18. ` +
        'Move it away or set DATA_DIR to another folder.',
    );
  });

  it('when its cluster is none, which stays untouched', async () => {
    const cluster = join(parent, 'vineyard', 'cluster');
    mkdirSync(join(cluster, 'of-grapes'), { recursive: true });

    expect(await refusalOf(join(parent, 'vineyard'))).toBe(
      `The folder ${cluster} is not a PostgreSQL cluster. Move it away or set DATA_DIR to another folder.`,
    );
    expect(readdirSync(cluster)).toEqual(['of-grapes']);
  });

  it('when a test would throw away what is to be kept', async () => {
    expect(await refusalOf(kept, 'throw-away')).toBe(
      `The data folder ${kept} holds something that is not the portal's: cluster. Set DATA_DIR to another folder.`,
    );
    expect(existsSync(join(kept, 'cluster', 'PG_VERSION'))).toBe(true);
  });

  it('when it is in use, which goes on undisturbed', async () => {
    const server = await start(kept);

    expect(await refusalOf(kept)).toBe(
      `The data folder ${kept} is in use by another portal (process ${process.pid}). ` +
        'Stop it or set DATA_DIR to another folder.',
    );
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
