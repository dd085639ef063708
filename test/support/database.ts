import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { derivedKey, KeyRing } from '../../services/shared/crypto/key-ring.ts';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { connectionAs } from '../../services/shared/database/roles.ts';
import type { OpenService, RunningService, Service } from '../../services/shared/service.ts';
import { TEMPLATE } from './cluster.ts';
import { silentLog, TEST_SECRET } from './constants.ts';

/** A copy of the template database. */
export interface TestDatabase {
  /** Connection of the role that owns everything in it. */
  readonly owner: DatabaseConnection;
  drop(): Promise<void>;
}

/** Copies the template. Drop the copy when nothing is connected to it any more. */
export async function givenDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, `create database ${database} template ${TEMPLATE}`);
  return {
    owner: { ...cluster, database },
    drop: () => onCluster(cluster, `drop database ${database} with (force)`),
  };
}

/** What services under test seal and open with: the key that follows from their secret. */
export const TEST_KEYS = new KeyRing([derivedKey(TEST_SECRET)]);

/** A service on a database of its own, opened before the tests of a file and closed after them. */
export function useService(
  service: Service,
  now: () => Date = () => new Date(),
  more: Partial<OpenService> = {},
): { readonly running: RunningService } {
  let database: TestDatabase | undefined;
  let running: RunningService | undefined;
  beforeAll(async () => {
    database = await givenDatabase();
    const connection = connectionAs(service.name, database.owner, TEST_SECRET);
    running = await service.open({ connection, keys: TEST_KEYS, now, log: silentLog, ...more });
  });
  afterAll(async () => {
    await running?.close();
    await database?.drop();
  });
  return {
    get running() {
      if (!running) throw new Error('the service opens before the first test');
      return running;
    },
  };
}

async function onCluster(cluster: DatabaseConnection, sql: string): Promise<void> {
  const client = new pg.Client({ ...cluster });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
