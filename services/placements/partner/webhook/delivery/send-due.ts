import { Webhook } from 'standardwebhooks';
import type { KeyRing } from '../../../../shared/crypto/key-ring.ts';
import type { Round, RoundTools } from '../../../../shared/rounds.ts';
import { openSecret } from '../secret.ts';
import { isEchoed } from './challenge.ts';
import { VERIFICATION, WebhookFailure } from './delivery.rules.ts';
import { noteAttempt } from './note-attempt.ts';
import { type Posted, post } from './post.ts';
import { type DueDelivery, takeDue } from './take-due.ts';

/** What is sent is sent within about this long after it is due. */
const PAUSE_MS = 1_000;

/** Sends webhooks what is due. */
export const webhookRound: Round = { name: 'webhooks', pauseMs: PAUSE_MS, run: sendDue };

/**
 * Sends a batch of what is due, and notes what was answered. Returns how many there were.
 *
 * Nothing is sent inside a transaction. A process that ends between sending and noting leaves a delivery held for a
 * minute; then it is sent again, with the same ID.
 */
export async function sendDue(tools: RoundTools): Promise<number> {
  const due = await takeDue(tools.em, tools.now());
  const sent = await Promise.allSettled(due.map((delivery) => send(tools, delivery)));
  const failed = sent.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return due.length;
}

async function send(tools: RoundTools, delivery: DueDelivery): Promise<void> {
  const { em, keys, now, privateAddresses, signal } = tools;
  const at = now();
  const started = performance.now();
  const headers = headersOf(keys, delivery, at);
  const posted = await post({ url: delivery.url, headers, body: delivery.body, privateAddresses, signal });
  const durationMs = Math.round(performance.now() - started);
  await noteAttempt(em, keys, { delivery, at, durationMs, ...answerOf(delivery, posted) }, now());
}

/** What Standard Webhooks ask for: the delivery's ID, the time of this try, and a signature by each secret in force. */
function headersOf(keys: KeyRing, delivery: DueDelivery, at: Date): Record<string, string> {
  const { id, webhook_id, body, secret, former_secret, former_secret_until: until } = delivery;
  const isFormerInForce = former_secret !== null && until !== null && new Date(until) > at;
  const secrets = isFormerInForce ? [secret, former_secret] : [secret];
  const signatures = secrets.map((one) => new Webhook(openSecret(keys, webhook_id, one)).sign(id, at, body));
  return {
    'content-type': 'application/json',
    'user-agent': 'Erikti-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': signatures.join(' '),
  };
}

/** Whoever is asked whether it is there has to say the word it was given; everybody else need only take what is sent. */
function answerOf({ event, body }: DueDelivery, { statusCode, failure, text }: Posted) {
  const isSilent = event === VERIFICATION && failure === null && !isEchoed(body, text);
  return { statusCode, failure: isSilent ? WebhookFailure.CHALLENGE_NOT_ECHOED : failure };
}
