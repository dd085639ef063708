import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../../shared/crypto/key-ring.ts';
import { makeToken } from '../../../../shared/crypto/link-token.ts';
import { once } from '../../../../shared/idempotency/once.ts';
import { newId } from '../../../../shared/ids.ts';
import { audit } from '../../../../shared/journal/journal.ts';
import { deliverMessage } from '../delivery/deliver-change.ts';
import { VERIFICATION } from '../delivery/delivery.rules.ts';
import { makeSecret, sealSecret } from '../secret.ts';
import { Webhook } from '../webhook.entity.ts';
import { WEBHOOKS, type WebhookEvent, WebhookStatus } from '../webhook.rules.ts';

export interface RegisterWebhook {
  /** Who registers it: a person or a system, not both. */
  readonly personId: string | null;
  readonly apiClientId: string | null;
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly country: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

export type RegisterWebhookOutcome =
  | { readonly webhookId: string; readonly secret: string | null }
  | { readonly refusal: 'webhook-exists' | 'webhook-limit-reached' | 'idempotency-key-reused' };

type Registered = { readonly webhookId: string } | { readonly refusal: 'webhook-exists' | 'webhook-limit-reached' };

/** Class of the advisory locks on which registering webhooks of a country queues. */
const WEBHOOK_LOCKS = 90_211;

/**
 * Registers a webhook, and has it asked whether it is there.
 *
 * The secret is in the first answer only: an answer that is repeated for an idempotency key comes without.
 */
export async function registerWebhook(
  em: EntityManager,
  keys: KeyRing,
  command: RegisterWebhook,
  now: Date,
): Promise<RegisterWebhookOutcome> {
  const { actorId, idempotencyKey, country, url, events } = command;
  const secret = makeSecret();
  let isNew = false;
  const claim = { actorId, operation: 'registerWebhook', key: idempotencyKey, input: { country, url, events } };
  const outcome = await em.transactional((tx) =>
    once<Registered>(tx, claim, now, async () => {
      isNew = true;
      return register(tx, keys, command, secret, now);
    }),
  );
  return 'refusal' in outcome ? outcome : { ...outcome, secret: isNew ? secret : null };
}

async function register(
  tx: EntityManager,
  keys: KeyRing,
  { personId, apiClientId, actorId, country, url, events }: RegisterWebhook,
  secret: string,
  now: Date,
): Promise<Registered> {
  await tx.execute('select pg_advisory_xact_lock(?, hashtext(?))', [WEBHOOK_LOCKS, country]);
  const registered = await tx.find(Webhook, { countryCode: country });
  if (registered.some((webhook) => webhook.url === url)) return { refusal: 'webhook-exists' };
  if (registered.length >= WEBHOOKS) return { refusal: 'webhook-limit-reached' };
  const id = newId('webhook');
  const status = WebhookStatus.UNVERIFIED;
  tx.create(Webhook, {
    id,
    countryCode: country,
    url,
    events: [...new Set(events)],
    status,
    registeredByPersonId: personId,
    registeredByClientId: apiClientId,
    secret: sealSecret(keys, id, secret),
    registeredAt: now,
  });
  const changes = [
    { field: 'status', from: null, to: status },
    { field: 'country', from: null, to: country },
  ];
  audit(tx, { actorId, command: 'registerWebhook', subjectId: id, changes }, now);
  await tx.flush();
  await deliverMessage(tx, id, VERIFICATION, { challenge: makeToken() }, now);
  return { webhookId: id };
}
