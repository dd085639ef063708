import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../../shared/journal/journal.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { type OfWebhook, type OwnRefusal, ownWebhook } from './own-webhook.ts';

/** Removes a webhook, its secrets and what is known of its deliveries. What is on its way at this moment arrives. */
export function removeWebhook(
  em: EntityManager,
  asked: OfWebhook,
  now: Date,
): Promise<{ readonly webhookId: string } | OwnRefusal> {
  return em.transactional(async (tx) => {
    const own = await ownWebhook(tx, asked);
    if ('refusal' in own) return own;
    const { id, status } = own.webhook;
    const changes = [{ field: 'status', from: status, to: null }];
    audit(tx, { actorId: actorIdOf(asked.viewer), command: 'removeWebhook', subjectId: id, changes }, now);
    tx.remove(own.webhook);
    return { webhookId: id };
  });
}
