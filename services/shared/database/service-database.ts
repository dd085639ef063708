import type { Constructor, EntitySchema } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { SettingsRefusal } from '../settings.ts';
import type { DatabaseConnection } from './connection.ts';
import { HouseTables } from './house-tables.migration.ts';
import { grantTables, provisionRole } from './roles.ts';
import { type Reader, readerOn } from './statement.ts';

/** What a service keeps in the database: a schema of its own, described by entities, brought about by migrations. */
export interface Storage {
  /** Name of the service and of its schema. */
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  /** Forward only, in the order they are applied. */
  readonly migrations: readonly Constructor<Migration>[];
}

export interface ServiceDatabase {
  readonly orm: MikroORM;
  readonly read: Reader;
  close(): Promise<void>;
}

/** Connections each service may hold. Five services, jobs and identity together stay below PostgreSQL's default of 100. */
const POOL_SIZE = 10;
/** No statement of ours needs longer; one that does is a fault and must not hold a connection. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** Opens a service's database on a migrated schema. `connection` is that of the service's own role. */
export async function openServiceDatabase(storage: Storage, connection: DatabaseConnection): Promise<ServiceDatabase> {
  let pool: pg.Pool | undefined;
  const orm = await MikroORM.init({
    ...ormOptions(storage, connection),
    pool: { max: POOL_SIZE },
    driverOptions: {
      ...(connection.ssl && { ssl: true }),
      options: `-c search_path=${storage.name} -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      onPoolCreated: (created: pg.Pool) => {
        pool = created;
        freeLostSessions(created);
      },
    },
  });
  await orm.connect();
  if (!pool) throw new Error('the database driver made no pool');
  return { orm, read: readerOn(pool), close: () => orm.close(true) };
}

/**
 * Frees the place in the pool of a session that the database ended while it was in use.
 *
 * Whoever uses a session gives it back, except the ORM's transactions: where `begin` or `rollback` fails, as they do
 * on a session that is gone, the place would be lost for ever, and after ten of them the service would hang.
 */
function freeLostSessions(pool: pg.Pool): void {
  const held = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.on('end', () => {
      if (!held.has(client)) return;
      client.release(true);
      // Whoever still holds it may give it back a second time.
      client.release = () => {};
    });
  });
}

/**
 * Does work on the schemas of the portal while no other starter does.
 *
 * Two processes that start together queue on an advisory lock; the second finds nothing left to do.
 */
export async function alone<T>(owner: DatabaseConnection, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query(`select pg_advisory_lock(hashtext('erikti: migrate'))`);
    return await work(client);
  } finally {
    await client.end();
  }
}

const OLDEST_SERVER = 15;

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::integer / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major >= OLDEST_SERVER) return;
  throw new SettingsRefusal(`DATABASE_URL: this is PostgreSQL ${major}; the portal needs ${OLDEST_SERVER} or later`);
}

/** Brings a service's schema and role to the present state. Call it `alone`. */
export async function migrate(
  storage: Storage,
  owner: DatabaseConnection,
  client: pg.ClientBase,
  secret: string,
): Promise<void> {
  await provisionRole(client, storage.name, secret);
  await applyMigrations(storage, owner);
  await grantTables(client, storage.name);
}

async function applyMigrations(storage: Storage, owner: DatabaseConnection): Promise<void> {
  const orm = await MikroORM.init({
    ...ormOptions(storage, owner),
    extensions: [Migrator],
    pool: { max: 1 },
    driverOptions: { ...(owner.ssl && { ssl: true }), options: `-c search_path=${storage.name}` },
    migrations: {
      tableName: 'migration',
      migrationsList: [HouseTables, ...storage.migrations].map((step, index) => ({
        name: `${String(index).padStart(4, '0')}_${step.name}`,
        class: step,
      })),
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

function ormOptions(storage: Storage, connection: DatabaseConnection) {
  return {
    entities: [...storage.entities],
    host: connection.host,
    port: connection.port,
    user: connection.user,
    password: connection.password,
    dbName: connection.database,
    schema: storage.name,
    ensureDatabase: false,
    // Entities are declared whole; nothing is read from sources or cached on disk.
    discovery: { warnWhenNoEntities: false },
    metadataCache: { enabled: false },
  };
}
