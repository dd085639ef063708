import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import type { EventPayload } from '../journal/journal.entities.ts';
import type { Logger } from '../logger.ts';
import { type DomainEvent, type EventRoutes, inboxOf } from './event.ts';

const PAUSE_MS = 250;
const BATCH = 100;
/**
 * About a day of attempts before an event is set aside in the queue's dead letters, where an operator finds it. What a
 * process had in hand when it was killed is taken for lost after this many seconds without a sign of life.
 */
const DELIVERY = { retryLimit: 60, retryDelay: 1, retryBackoff: true, retryDelayMax: 1_800, heartbeatSeconds: 10 };

interface OutboxRow {
  readonly id: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly payload: EventPayload;
}

/** Makes the inbox queue of each service that a route leads to, and the place where undeliverable events are kept. */
export async function openInboxes(boss: PgBoss, routes: EventRoutes): Promise<void> {
  for (const service of new Set(Object.values(routes).flat())) {
    const deadLetter = `${inboxOf(service)}_undeliverable`;
    await boss.createQueue(deadLetter);
    await boss.createQueue(inboxOf(service), { ...DELIVERY, deadLetter });
  }
}

/** Hands a service's outbox over to the inboxes of those who act on its events. */
export class Relay {
  readonly #orm: MikroORM;
  readonly #boss: PgBoss;
  readonly #routes: EventRoutes;
  readonly #log: Logger;
  #running: Promise<void> | null = null;
  #stopping = false;

  constructor(options: { orm: MikroORM; boss: PgBoss; routes: EventRoutes; log: Logger }) {
    this.#orm = options.orm;
    this.#boss = options.boss;
    this.#routes = options.routes;
    this.#log = options.log;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends after the batch under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /**
   * Hands over one batch and returns its size.
   *
   * A row leaves the outbox only after the queue has it. A crash in between hands it over again, and the receiver's
   * inbox knows it by its id.
   */
  relayBatch(): Promise<number> {
    return this.#orm.em.fork().transactional(async (tx) => {
      const rows = await takeRows(tx);
      for (const row of rows) {
        const event: DomainEvent = {
          id: row.id,
          type: row.type,
          occurredAt: new Date(row.occurred_at).getTime(),
          payload: row.payload,
        };
        for (const service of this.#routes[row.type] ?? []) await this.#boss.send(inboxOf(service), event);
      }
      return rows.length;
    });
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const handedOver = await this.relayBatch().catch((err: unknown) => {
        if (!this.#stopping) this.#log.error({ err }, 'outbox relay');
        return 0;
      });
      if (handedOver < BATCH) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Relays may run side by side: each takes rows that no other holds. */
function takeRows(tx: EntityManager): Promise<OutboxRow[]> {
  return tx.execute<OutboxRow[]>(
    `with taken as (select id from outbox_event order by id limit ${BATCH} for update skip locked)
     delete from outbox_event using taken where outbox_event.id = taken.id
     returning outbox_event.id, type, occurred_at, payload`,
  );
}
