import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { Webhook } from './webhook.entity.ts';
import { WebhookStatus } from './webhook.rules.ts';

/** A webhook under lock. Whatever is noted of its deliveries queues here. */
export function lockWebhook(tx: EntityManager, id: string): Promise<Webhook | null> {
  return tx.findOne(Webhook, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A step of a webhook, and whose act it is. */
export interface WebhookStep {
  readonly to: WebhookStatus;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/** Takes a webhook a step on. In the caller's transaction, which holds the lock and knows that the step is allowed. */
export async function moveWebhook(
  tx: EntityManager,
  webhook: Webhook,
  { to, ...act }: WebhookStep,
  now: Date,
): Promise<void> {
  const { id, status: from } = webhook;
  webhook.status = to;
  if (to === WebhookStatus.ACTIVE) webhook.failingSince = null;
  audit(tx, { ...act, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  await tx.flush();
}
