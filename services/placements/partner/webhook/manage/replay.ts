import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../../shared/access/access.rules.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { deliverSince } from '../delivery/deliver-change.ts';
import { VERIFICATION } from '../delivery/delivery.rules.ts';
import { type OfWebhook, type OwnRefusal, ownWebhook } from './own-webhook.ts';

export interface ReplayDelivery {
  readonly viewer: Viewer;
  readonly deliveryId: string;
}

export type ReplayDeliveryOutcome = { readonly deliveryId: string } | { readonly refusal: 'delivery-not-found' };

/** Has something sent once more, with the same ID. What waits for its next try is tried at once. */
export function replayDelivery(
  em: EntityManager,
  { viewer, deliveryId }: ReplayDelivery,
  now: Date,
): Promise<ReplayDeliveryOutcome> {
  return em.transactional(async (tx) => {
    const [known] = await tx.execute<{ webhook_id: string }[]>(
      'select webhook_id from webhook_delivery where id = ? and event <> ?',
      [deliveryId, VERIFICATION],
    );
    const own = known && (await ownWebhook(tx, { viewer, webhookId: known.webhook_id, expectedVersion: null }));
    if (!own || 'refusal' in own) return { refusal: 'delivery-not-found' };
    await tx.execute(
      `update webhook_delivery set status = 'PENDING', next_attempt_at = ?, tries = 0, held_until = null, hold = null
       where id = ?`,
      [now, deliveryId],
    );
    const changes = [{ field: 'deliveryId', from: null, to: deliveryId }];
    audit(tx, { actorId: actorIdOf(viewer), command: 'replayDelivery', subjectId: own.webhook.id, changes }, now);
    return { deliveryId };
  });
}

export interface ReplayWebhook extends Omit<OfWebhook, 'expectedVersion'> {
  /** What changed before is not sent. */
  readonly since: Date;
}

export type ReplayWebhookOutcome = { readonly webhookId: string; readonly deliveries: number } | OwnRefusal;

/** Has everything sent once more that has changed since then, what was never sent, too. */
export function replayWebhook(
  em: EntityManager,
  { viewer, webhookId, since }: ReplayWebhook,
  now: Date,
): Promise<ReplayWebhookOutcome> {
  return em.transactional(async (tx) => {
    const own = await ownWebhook(tx, { viewer, webhookId, expectedVersion: null });
    if ('refusal' in own) return own;
    const deliveries = await deliverSince(tx, webhookId, since, now);
    const changes = [
      { field: 'since', from: null, to: since.toISOString() },
      { field: 'deliveries', from: null, to: deliveries },
    ];
    audit(tx, { actorId: actorIdOf(viewer), command: 'replayWebhook', subjectId: webhookId, changes }, now);
    return { webhookId, deliveries };
  });
}
