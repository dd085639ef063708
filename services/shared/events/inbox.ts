import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import { type DomainEvent, type EventHandlers, inboxOf } from './event.ts';

const POLLING_INTERVAL_SECONDS = 0.5;
const BATCH = 20;

export interface Inbox {
  readonly service: string;
  readonly orm: MikroORM;
  readonly handlers: EventHandlers;
  readonly now: Clock;
}

/** Works a service's inbox until the queue is stopped. A handler that throws is tried again, later and later. */
export async function workInbox(boss: PgBoss, inbox: Inbox): Promise<void> {
  await boss.work<DomainEvent>(
    inboxOf(inbox.service),
    { batchSize: BATCH, pollingIntervalSeconds: POLLING_INTERVAL_SECONDS, perJobResults: false },
    async (jobs) => {
      for (const { data } of jobs) await receive(inbox, data);
    },
  );
}

/** Acts on an event once, however often it is delivered: its receipt and its effect are one transaction. */
export async function receive({ orm, handlers, now }: Inbox, event: DomainEvent): Promise<void> {
  const handler = handlers[event.type];
  if (!handler) throw new Error(`nothing handles ${event.type}, though a route leads here`);
  await orm.em.fork().transactional(async (tx) => {
    if (await isNew(tx, event, now())) await handler(tx, event, now());
  });
}

async function isNew(tx: EntityManager, event: DomainEvent, now: Date): Promise<boolean> {
  const received = await tx.execute(
    'insert into inbox_event (id, received_at) values (?, ?) on conflict do nothing returning id',
    [event.id, now],
  );
  return received.length > 0;
}
