import type { EntityManager } from '@mikro-orm/postgresql';
import { makeToken } from '../../../../shared/crypto/link-token.ts';
import { transitionsFrom } from '../../../../shared/state-machine.rules.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { deliverMessage } from '../delivery/deliver-change.ts';
import { VERIFICATION } from '../delivery/delivery.rules.ts';
import { moveWebhook } from '../move-webhook.ts';
import { resumedStatus, WebhookStatus, webhookTransitions } from '../webhook.rules.ts';
import { type OfWebhook, type OwnRefusal, ownWebhook } from './own-webhook.ts';

export type StepWebhookOutcome =
  | { readonly webhookId: string }
  | OwnRefusal
  | {
      readonly refusal: 'invalid-transition';
      readonly from: WebhookStatus;
      readonly to: WebhookStatus;
      readonly allowed: readonly WebhookStatus[];
    };

/** Has nothing sent for a while. Pausing what is paused changes nothing. */
export function pauseWebhook(em: EntityManager, asked: OfWebhook, now: Date): Promise<StepWebhookOutcome> {
  return step(em, asked, { command: 'pauseWebhook', toFrom: () => WebhookStatus.PAUSED }, now);
}

/**
 * Goes on after a pause. A webhook that was disabled, or has not said the word yet, is asked again whether it is there.
 *
 * Resuming what is active changes nothing.
 */
export function resumeWebhook(em: EntityManager, asked: OfWebhook, now: Date): Promise<StepWebhookOutcome> {
  return step(em, asked, { command: 'resumeWebhook', toFrom: resumedStatus }, now);
}

interface Step {
  readonly command: 'pauseWebhook' | 'resumeWebhook';
  readonly toFrom: (from: WebhookStatus) => WebhookStatus;
}

function step(em: EntityManager, asked: OfWebhook, { command, toFrom }: Step, now: Date): Promise<StepWebhookOutcome> {
  return em.transactional(async (tx) => {
    const own = await ownWebhook(tx, asked);
    if ('refusal' in own) return own;
    const { id, status: from } = own.webhook;
    const isThere = command === 'pauseWebhook' ? WebhookStatus.PAUSED : WebhookStatus.ACTIVE;
    if (from === isThere) return { webhookId: id };
    const to = toFrom(from);
    const allowed = transitionsFrom(webhookTransitions, from, 'partner');
    if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, to, allowed };
    if (from === WebhookStatus.DISABLED) {
      // It is theirs from now on: whoever registered it may not speak for the country any more.
      own.webhook.registeredByPersonId = asked.viewer.personId;
      own.webhook.registeredByClientId = asked.viewer.apiClientId;
    }
    await moveWebhook(tx, own.webhook, { to, actorId: actorIdOf(asked.viewer), command }, now);
    if (to === WebhookStatus.UNVERIFIED) await askAgain(tx, id, now);
    return { webhookId: id };
  });
}

/** The question before, if it waits still, is not asked any more. */
async function askAgain(tx: EntityManager, webhookId: string, now: Date): Promise<void> {
  await tx.execute(
    `update webhook_delivery set status = 'FAILED', next_attempt_at = null, held_until = null, hold = null
     where webhook_id = ? and event = ? and status = 'PENDING'`,
    [webhookId, VERIFICATION],
  );
  await deliverMessage(tx, webhookId, VERIFICATION, { challenge: makeToken() }, now);
}
