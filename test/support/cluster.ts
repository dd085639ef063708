import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../gateway/embedded-postgres/embedded-postgres.ts';
import { openServices } from '../../services/open-services.ts';
import { services } from '../../services/services.ts';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { silentLog, TEST_SECRET } from './constants.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's connection to the cluster of this test run. */
    readonly cluster: DatabaseConnection;
  }
}

/** A migrated database with reference data and nothing else; each test file that needs one gets a copy. */
export const TEMPLATE = 'template_portal';

/** Starts one throw-away PostgreSQL for the whole run, and makes the template. Leaves nothing behind when that fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using started = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'erikti-test-'));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'throw-away' });
  started.defer(() => postgres.stop());
  const cluster: DatabaseConnection = postgres.connection;
  await makeTemplate(cluster);
  project.provide('cluster', { ...cluster });

  const teardown = started.move();
  return () => teardown.disposeAsync();
}

async function makeTemplate(cluster: DatabaseConnection): Promise<void> {
  const client = new pg.Client({ ...cluster });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const opened = await openServices({
    services,
    owner: { ...cluster, database: TEMPLATE },
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    rateLimits: false,
    demoPassword: null,
    now: () => new Date(),
    log: silentLog,
  });
  try {
    await settled({ ...cluster, database: TEMPLATE });
  } finally {
    await opened.close();
  }
}

/** Waits until what services tell one another of their reference data has arrived, so that no test sees it on its way. */
async function settled(owner: DatabaseConnection): Promise<void> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  const outboxes = services.map(({ name }) => `select from ${name}.outbox_event`).join(' union all ');
  const underWay = `select from jobs.job where name like '%_inbox' and state in ('created', 'retry', 'active')`;
  const giveUpAt = Date.now() + 20_000;
  try {
    while ((await client.query(`${outboxes} union all ${underWay}`)).rowCount !== 0) {
      if (Date.now() > giveUpAt) throw new Error('events of the reference data do not arrive');
      await setTimeout(50);
    }
  } finally {
    await client.end();
  }
}
