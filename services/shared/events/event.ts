import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { EventPayload } from '../journal/journal.entities.ts';

/** An event on its way from the service where it happened to one that acts on it. */
export interface DomainEvent {
  readonly id: string;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly payload: EventPayload;
}

/**
 * Acts on an event inside the transaction that notes its receipt. Events may come in another order than they happened.
 *
 * `keys` are those of the receiving service, which open what the sender sealed with the common key.
 */
export type EventHandler = (tx: EntityManager, event: DomainEvent, now: Date, keys: KeyRing) => Promise<void>;
export type EventHandlers = Readonly<Record<string, EventHandler>>;

/** Which services act on an event, by event type. An event that is not listed interests nobody yet. */
export type EventRoutes = Readonly<Record<string, readonly string[]>>;

export function inboxOf(service: string): string {
  return `${service}_inbox`;
}
