import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { accounts } from '../../../services/accounts/subgraph.ts';
import type { DatabaseConnection } from '../../../services/shared/database/connection.ts';
import { alone, migrate } from '../../../services/shared/database/service-database.ts';
import { TEST_SECRET } from '../../support/constants.ts';

const { storage } = accounts;

describe('bringing profiles to a database', () => {
  let owner: DatabaseConnection;
  beforeEach(async () => {
    owner = { ...inject('cluster'), database: `test_${randomBytes(6).toString('hex')}` };
    await query(inject('cluster'), `create database ${owner.database}`);
  });
  afterEach(() => query(inject('cluster'), `drop database ${owner.database} with (force)`));

  it('makes people found who were there before', async () => {
    await start({ ...storage, migrations: storage.migrations.slice(0, 1) });
    await query(
      owner,
      `insert into accounts.person (id, display_name, native_name, created_at)
       values ('one', 'Данияр', '{"family": "Әбдіров", "given": null}', now()), ('two', 'Ким', null, now())`,
    );

    await start(storage);

    const folded = await query(owner, 'select id, folded_name from accounts.person order by id');
    expect(folded).toEqual([
      { id: 'one', folded_name: ' abdirov daniar' },
      { id: 'two', folded_name: ' kim' },
    ]);
  });

  it('uses the extension where the database has it already', async () => {
    await query(owner, 'create schema extensions; create extension pg_trgm schema extensions');

    await start(storage);

    const [index] = await query(owner, `select indexdef from pg_indexes where indexname = 'person_folded_name'`);
    expect(index?.indexdef).toContain('extensions.gin_trgm_ops');
  });

  it('needs no superuser', async () => {
    const mark = randomBytes(4).toString('hex');
    const [role, service] = [`owner_${mark}`, `people_${mark}`];
    await query(inject('cluster'), `create role ${role} login createrole password 'for this test'`);
    await query(inject('cluster'), `alter database ${owner.database} owner to ${role}`);

    // A service of this test alone: roles belong to the whole cluster.
    await start({ ...storage, name: service }, { ...owner, user: role, password: 'for this test' });

    const [extension] = await query(
      owner,
      `select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm'`,
    );
    expect(extension).toEqual({ nspname: service });
    await query(owner, `drop schema ${service} cascade; drop owned by erikti_${service}; drop role erikti_${service}`);
    await query(owner, `reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`);
  });

  function start(stored: typeof storage, as: DatabaseConnection = owner): Promise<void> {
    return alone(as, (client) => migrate(stored, as, client, TEST_SECRET));
  }
});

async function query(connection: DatabaseConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    const result = await client.query(sql);
    return Array.isArray(result) ? [] : result.rows;
  } finally {
    await client.end();
  }
}
