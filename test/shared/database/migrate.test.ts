import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DatabaseConnection } from '../../../services/shared/database/connection.ts';
import { connectionAs, provisionRole } from '../../../services/shared/database/roles.ts';
import {
  alone,
  migrate,
  openServiceDatabase,
  type Storage,
} from '../../../services/shared/database/service-database.ts';
import { TEST_SECRET } from '../../support/constants.ts';

class Ships extends Migration {
  override up(): void {
    this.addSql('create table ship (id text primary key)');
    this.addSql('select pg_sleep(0.05)');
  }
}
class Crews extends Migration {
  override up(): void {
    this.addSql('create table crew (ship_id text not null references ship)');
  }
}
class Wrecks extends Migration {
  override up(): void {
    this.addSql('create table wreck (id text)');
    this.addSql('select from the_sea');
  }
}

// Services of these tests alone: roles belong to the whole cluster, and other tests run beside.
const harbour: Storage = { name: 'harbour', entities: [], migrations: [Ships, Crews] };
const lighthouse: Storage = { name: 'lighthouse', entities: [], migrations: [Ships] };

const TABLES = ['audit_entry', 'idempotency_key', 'inbox_event', 'migration', 'outbox_event'];

describe('starting on a database', () => {
  let owner: DatabaseConnection;
  beforeEach(async () => {
    owner = { ...inject('cluster'), database: `test_${randomBytes(6).toString('hex')}` };
    await query(inject('cluster'), `create database ${owner.database}`);
  });
  afterEach(() => query(inject('cluster'), `drop database ${owner.database} with (force)`));

  it('makes the schema of each service, with the tables of the house', async () => {
    await start();

    expect(await tables()).toEqual({
      harbour: [...TABLES, 'ship', 'crew'].sort(),
      lighthouse: [...TABLES, 'ship'].sort(),
    });
    expect((await migrations()).map(({ name }) => name)).toEqual(['0000_HouseTables', '0001_Ships', '0002_Crews']);
  });

  it('succeeds for four who start at the same moment, and makes everything once', async () => {
    await Promise.all([start(), start(), start(), start()]);

    expect(await tables()).toEqual({
      harbour: [...TABLES, 'ship', 'crew'].sort(),
      lighthouse: [...TABLES, 'ship'].sort(),
    });
    expect((await migrations()).map(({ name }) => name)).toEqual(['0000_HouseTables', '0001_Ships', '0002_Crews']);
  });

  it('changes nothing when repeated', async () => {
    await start();
    await query(owner, `insert into harbour.ship values ('Aral')`);
    const before = [await migrations(), await tables(), await query(owner, 'table harbour.ship')];

    await start();

    expect([await migrations(), await tables(), await query(owner, 'table harbour.ship')]).toEqual(before);
  });

  it('applies what was added since', async () => {
    await start([{ ...harbour, migrations: [Ships] }]);
    await query(owner, `insert into harbour.ship values ('Aral')`);

    await start([harbour]);

    expect((await tables()).harbour).toEqual([...TABLES, 'ship', 'crew'].sort());
    expect(await query(owner, 'table harbour.ship')).toEqual([{ id: 'Aral' }]);
  });

  it('leaves everything as it was when a migration fails, and goes on once it is mended', async () => {
    await start([{ ...harbour, migrations: [Ships] }]);

    await expect(start([{ ...harbour, migrations: [Ships, Crews, Wrecks] }])).rejects.toThrow('the_sea');

    expect((await tables()).harbour).toEqual([...TABLES, 'ship'].sort());
    await start([harbour]);
    expect((await tables()).harbour).toEqual([...TABLES, 'ship', 'crew'].sort());
  });

  it('lets the next one in when a starter fails', async () => {
    const failing = alone(owner, async () => {
      throw new Error('no luck');
    });

    await expect(failing).rejects.toThrow('no luck');
    expect(await alone(owner, async () => 'in')).toBe('in');
  });

  it('lets one in at a time', async () => {
    const seen: string[] = [];
    const visit = (name: string) =>
      alone(owner, async (client) => {
        seen.push(`${name} in`);
        await client.query('select pg_sleep(0.05)');
        seen.push(`${name} out`);
      });

    await Promise.all([visit('one'), visit('two'), visit('three')]);

    const order = seen.filter((step) => step.endsWith(' in')).map((step) => step.split(' ')[0]);
    expect(seen).toEqual(order.flatMap((name) => [`${name} in`, `${name} out`]));
  });

  it('gives the role of a service the rights to its tables, also to those added since', async () => {
    await start([{ ...harbour, migrations: [Ships] }]);
    await start([harbour]);

    const database = await openServiceDatabase(harbour, connectionAs('harbour', owner, TEST_SECRET));
    await database.orm.em.execute(`insert into ship values ('Aral')`);
    await database.orm.em.execute(`insert into crew values ('Aral')`);

    expect(await database.orm.em.execute('select * from crew')).toEqual([{ ship_id: 'Aral' }]);
    await database.close();
  });

  it("sets a role's password and rights right again", async () => {
    await start();
    await query(owner, `alter role erikti_harbour nologin createdb password 'forgotten'`);

    await start();

    const [role] = await query(owner, `select * from pg_authid where rolname = 'erikti_harbour'`);
    const { password } = connectionAs('harbour', owner, TEST_SECRET);
    expect(role).toMatchObject({ rolcanlogin: true, rolcreatedb: false, rolsuper: false, rolcreaterole: false });
    expect(opens(password, String(role?.rolpassword))).toBe(true);
    expect(opens('forgotten', String(role?.rolpassword))).toBe(false);
  });

  it('gives each service a password of its own, that follows from the secret', () => {
    const passwordOf = (service: string, secret: string) => connectionAs(service, owner, secret).password;

    expect(passwordOf('harbour', TEST_SECRET)).toBe(passwordOf('harbour', TEST_SECRET));
    expect(passwordOf('harbour', TEST_SECRET)).not.toBe(passwordOf('lighthouse', TEST_SECRET));
    expect(passwordOf('harbour', TEST_SECRET)).not.toBe(
      passwordOf('harbour', 'another secret, long enough for a portal'),
    );
  });

  it('shares roles with portals that start on other databases of the cluster', async () => {
    const others = ['a', 'b', 'c'].map((suffix) => ({ ...owner, database: `${owner.database}_${suffix}` }));
    for (const { database } of others) await query(owner, `create database ${database}`);
    const clients = await Promise.all(others.map(connect));

    const starts = clients.map(async (client) => {
      for (let turn = 0; turn < 40; turn++) await provisionRole(client, 'shared_pier', TEST_SECRET);
    });

    expect(await Promise.allSettled(starts)).toEqual(Array(3).fill({ status: 'fulfilled', value: undefined }));
    await Promise.all(clients.map((client) => client.end()));
    for (const { database } of others) await query(owner, `drop database ${database}`);
  });

  function start(storages: readonly Storage[] = [harbour, lighthouse]): Promise<void> {
    return alone(owner, async (client) => {
      for (const storage of storages) await migrate(storage, owner, client, TEST_SECRET);
    });
  }

  async function tables(): Promise<Record<string, string[]>> {
    const rows = await query(
      owner,
      `select schemaname, array_agg(tablename::text order by tablename::text collate "C") as tables from pg_tables
       where schemaname in ('harbour', 'lighthouse') group by schemaname`,
    );
    return Object.fromEntries(rows.map((row) => [row.schemaname, row.tables]));
  }

  function migrations(): Promise<Record<string, unknown>[]> {
    return query(owner, 'select * from harbour.migration order by id');
  }
});

async function connect(connection: DatabaseConnection): Promise<pg.Client> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  return client;
}

async function query(connection: DatabaseConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(connection);
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** Whether a password fits what PostgreSQL keeps of it. Source: RFC 5802, section 3. */
function opens(password: string, kept: string): boolean {
  const [, iterations = '', salt = '', storedKey] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(kept) ?? [];
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  return createHash('sha256').update(clientKey).digest('base64') === storedKey;
}
