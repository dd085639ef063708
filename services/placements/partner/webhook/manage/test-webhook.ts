import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { deliverMessage } from '../delivery/deliver-change.ts';
import { TEST } from '../delivery/delivery.rules.ts';
import { WebhookStatus } from '../webhook.rules.ts';
import { type OfWebhook, type OwnRefusal, ownWebhook } from './own-webhook.ts';

export interface TestWebhook extends Omit<OfWebhook, 'expectedVersion'> {
  readonly idempotencyKey: string | null;
}

export type TestWebhookOutcome =
  | { readonly deliveryId: string }
  | OwnRefusal
  | { readonly refusal: 'webhook-not-active'; readonly status: WebhookStatus }
  | { readonly refusal: 'idempotency-key-reused' };

/** Has something sent that tells of nothing, to see whether it arrives. */
export function testWebhook(em: EntityManager, asked: TestWebhook, now: Date): Promise<TestWebhookOutcome> {
  const { viewer, webhookId, idempotencyKey } = asked;
  const actorId = actorIdOf(viewer);
  const claim = { actorId, operation: 'testWebhook', key: idempotencyKey, input: { webhookId } };
  return em.transactional((tx) =>
    once<TestWebhookOutcome>(tx, claim, now, async () => {
      const own = await ownWebhook(tx, { viewer, webhookId, expectedVersion: null });
      if ('refusal' in own) return own;
      const { id, status, countryCode } = own.webhook;
      if (status !== WebhookStatus.ACTIVE) return { refusal: 'webhook-not-active', status };
      const deliveryId = await deliverMessage(tx, id, TEST, { id, country: countryCode }, now);
      const changes = [{ field: 'deliveryId', from: null, to: deliveryId }];
      audit(tx, { actorId, command: 'testWebhook', subjectId: id, changes }, now);
      return { deliveryId };
    }),
  );
}
