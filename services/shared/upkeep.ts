import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { Clock } from './clock.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import type { Logger } from './logger.ts';

/** What a service does by itself, again and again. Doing it once more, or half, does no harm. */
export interface Upkeep {
  readonly name: string;
  /** When, in UTC; cron. It is done at every start of the service, too. */
  readonly schedule: string;
  readonly run: (tools: { em: EntityManager; keys: KeyRing; now: Clock; log: Logger }) => Promise<void>;
}

export interface UpkeepOptions {
  readonly service: string;
  readonly upkeep: readonly Upkeep[];
  readonly orm: MikroORM;
  readonly keys: KeyRing;
  readonly now: Clock;
  readonly log: Logger;
}

const POLLING_INTERVAL_SECONDS = 30;

/** Does a service's upkeep until the queue is stopped. Of several processes of a service, one does it at a time. */
export async function workUpkeep(boss: PgBoss, options: UpkeepOptions): Promise<void> {
  const { service, upkeep, orm, keys, now, log } = options;
  for (const { name, schedule, run } of upkeep) {
    const queue = `${service}_${name}_upkeep`;
    // One that waits, and one that runs: several starts make no queue.
    await boss.createQueue(queue, { policy: 'stately' });
    await boss.schedule(queue, schedule);
    await boss.send(queue);
    await boss.work(queue, { pollingIntervalSeconds: POLLING_INTERVAL_SECONDS }, async () => {
      try {
        await run({ em: orm.em.fork(), keys, now, log: log.child({ service }) });
      } catch (err) {
        log.error({ service, upkeep: name, err }, 'upkeep');
        throw err;
      }
    });
  }
}
