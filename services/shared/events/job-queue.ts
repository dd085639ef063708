import { PgBoss } from 'pg-boss';
import type { DatabaseConnection } from '../database/connection.ts';
import { connectionAs } from '../database/roles.ts';
import type { Logger } from '../logger.ts';

/** Name of the schema and role that belong to the job queue, which makes its own tables when it opens. */
export const JOBS = 'jobs';
const POOL_SIZE = 4;
/** How often jobs of processes that are gone are looked for, to be done by others. */
const SUPERVISION_SECONDS = 10;

/** Opens the job queue. Close it with `stop()`. */
export async function openJobs(owner: DatabaseConnection, secret: string, log: Logger): Promise<PgBoss> {
  const connection = connectionAs(JOBS, owner, secret);
  const boss = new PgBoss({
    ...connection,
    schema: JOBS,
    createSchema: false,
    max: POOL_SIZE,
    superviseIntervalSeconds: SUPERVISION_SECONDS,
    monitorIntervalSeconds: SUPERVISION_SECONDS,
  });
  boss.on('error', (err) => log.error({ err }, 'job queue'));
  await boss.start();
  return boss;
}
