import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { startEmbeddedPostgres } from '../gateway/embedded-postgres/embedded-postgres.ts';
import { forum } from '../services/forum/subgraph.ts';
import { connectionFromUrl, type DatabaseConnection } from '../services/shared/database/connection.ts';
import { alone, migrate } from '../services/shared/database/service-database.ts';
import { editionId, fillRegistrations } from './registrations/fill.ts';
import { plansOf } from './registrations/plans.ts';
import { questionsAbout } from './registrations/questions.ts';

/** No statement of a page that somebody waits for may take longer. */
const MOST_MILLISECONDS = 100;

/**
 * Fills a database with registrations and shows how it answers what the forum page and the organisers' desk ask.
 *
 * `DATABASE_URL` names a database that the portal has been started on, as its owner, and that is for trying out: rows
 * are added to it. Without one, a PostgreSQL of its own is started and removed. `REGISTRATIONS` and `EDITIONS` say how
 * many. Ends with 1 where a statement reads all registrations, or takes too long.
 */
async function main(): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const crowd = {
    registrations: Number(process.env.REGISTRATIONS ?? 1_000_000),
    editions: Number(process.env.EDITIONS ?? 20),
  };
  const connection = process.env.DATABASE_URL ? connectionFromUrl(process.env.DATABASE_URL) : await ownDatabase(opened);
  const owner = new pg.Client({ ...connection });
  await owner.connect();
  opened.defer(() => owner.end());

  const begun = Date.now();
  await fillRegistrations(owner, crowd);
  console.log(`${crowd.registrations} registrations over ${crowd.editions} editions, in ${Date.now() - begun} ms\n`);

  const log = pino({ level: 'silent' });
  const running = await forum.open({ connection, now: () => new Date('2026-06-01T00:00:00Z'), log });
  opened.defer(() => running.close());
  const questions = await questionsAbout(owner, editionId(Math.floor(crowd.editions / 2)));
  const plans = await plansOf(running, owner, questions);
  for (const { question, statement, milliseconds, indexes, readWhole } of plans) {
    const how = [...indexes, ...readWhole.map((table) => `all of ${table}`)].join(', ');
    console.log(`${milliseconds.toFixed(2).padStart(9)} ms  ${question.padEnd(44)} ${statement.padEnd(34)} ${how}`);
  }

  const slow = plans.filter(
    ({ milliseconds, readWhole }) => milliseconds > MOST_MILLISECONDS || readWhole.includes('registration'),
  );
  console.log(
    `\n${slow.length === 0 ? 'No statement' : slow.length} of ${plans.length} too slow, or reading everything`,
  );
  if (slow.length > 0) process.exitCode = 1;
}

async function ownDatabase(opened: AsyncDisposableStack): Promise<DatabaseConnection> {
  const folder = await mkdtemp(join(tmpdir(), 'erikti-bench-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durability: 'throw-away' });
  opened.defer(() => postgres.stop());
  const { connection } = postgres;
  await alone(connection, (client) => migrate(forum.storage, connection, client, randomBytes(24).toString('hex')));
  return connection;
}

await main();
