import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../../shared/crypto/key-ring.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { makeSecret, sealSecret } from '../secret.ts';
import { FORMER_SECRET_HOURS } from '../webhook.rules.ts';
import { type OfWebhook, type OwnRefusal, ownWebhook } from './own-webhook.ts';

const HOUR_MS = 3_600_000;

/**
 * Makes a new secret. The one before signs for a day, too, so that a receiver changes over when it suits it; the one
 * before that signs no more.
 */
export function rotateWebhookSecret(
  em: EntityManager,
  keys: KeyRing,
  asked: OfWebhook,
  now: Date,
): Promise<{ readonly webhookId: string; readonly secret: string } | OwnRefusal> {
  return em.transactional(async (tx) => {
    const own = await ownWebhook(tx, asked);
    if ('refusal' in own) return own;
    const { webhook } = own;
    const secret = makeSecret();
    const until = new Date(now.getTime() + FORMER_SECRET_HOURS * HOUR_MS);
    webhook.formerSecret = webhook.secret;
    webhook.formerSecretUntil = until;
    webhook.secret = sealSecret(keys, webhook.id, secret);
    const changes = [{ field: 'formerSecretUntil', from: null, to: until.toISOString() }];
    audit(
      tx,
      { actorId: actorIdOf(asked.viewer), command: 'rotateWebhookSecret', subjectId: webhook.id, changes },
      now,
    );
    return { webhookId: webhook.id, secret };
  });
}
