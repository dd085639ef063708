import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Logger } from '../logger.ts';
import { type DomainEvent, type EventHandlers, inboxOf } from './event.ts';

const POLLING_INTERVAL_SECONDS = 0.5;
const BATCH = 20;

export interface Inbox {
  readonly service: string;
  readonly orm: MikroORM;
  readonly handlers: EventHandlers;
  /** What the service's handlers seal and open with. */
  readonly keys: KeyRing;
  readonly now: Clock;
  readonly log: Logger;
}

/**
 * Works a service's inbox until the queue is stopped. An event whose handler throws is tried again, later and later; it
 * does not hold up the others.
 */
export async function workInbox(boss: PgBoss, inbox: Inbox): Promise<void> {
  await boss.work<DomainEvent>(
    inboxOf(inbox.service),
    { batchSize: BATCH, pollingIntervalSeconds: POLLING_INTERVAL_SECONDS, perJobResults: true },
    async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await settle(inbox, job));
      return results;
    },
  );
}

async function settle(inbox: Inbox, { id, data }: Job<DomainEvent>): Promise<JobResult> {
  try {
    await receive(inbox, data);
    return { id, status: 'completed' };
  } catch (err) {
    inbox.log.error({ service: inbox.service, eventId: data.id, type: data.type, err }, 'event handler');
    return { id, status: 'failed', output: err };
  }
}

/** Acts on an event once, however often it is delivered: its receipt and its effect are one transaction. */
export async function receive({ orm, handlers, keys, now }: Omit<Inbox, 'log'>, event: DomainEvent): Promise<void> {
  const handler = handlers[event.type];
  if (!handler) throw new Error(`nothing handles ${event.type}, though a route leads here`);
  await orm.em.fork().transactional(async (tx) => {
    if (await isNew(tx, event, now())) await handler(tx, event, now(), keys);
  });
}

async function isNew(tx: EntityManager, event: DomainEvent, now: Date): Promise<boolean> {
  const received = await tx.execute(
    'insert into inbox_event (id, received_at) values (?, ?) on conflict do nothing returning id',
    [event.id, now],
  );
  return received.length > 0;
}
