import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../../shared/crypto/key-ring.ts';
import { newId } from '../../../../shared/ids.ts';
import { inAllLanguages, notify } from '../../../../shared/mail/notice.ts';
import { say } from '../messages.ts';
import { lockWebhook, moveWebhook } from '../move-webhook.ts';
import type { Webhook } from '../webhook.entity.ts';
import { WebhookStatus } from '../webhook.rules.ts';
import { type Answer, judge, VERIFICATION } from './delivery.rules.ts';
import type { DueDelivery } from './take-due.ts';

/** A try that was made. */
export interface Attempt extends Answer {
  readonly delivery: Pick<DueDelivery, 'id' | 'webhook_id' | 'hold'>;
  readonly at: Date;
  readonly durationMs: number;
}

/**
 * Notes a try and what follows from it.
 *
 * A delivery that is somebody else's by now, or was replayed meanwhile, keeps its own course: the try alone is noted.
 */
export async function noteAttempt(em: EntityManager, keys: KeyRing, attempt: Attempt, now: Date): Promise<void> {
  const { delivery, at, durationMs, statusCode, failure } = attempt;
  await em.fork().transactional(async (tx) => {
    const webhook = await lockWebhook(tx, delivery.webhook_id);
    if (!webhook) return;
    const [standing] = await tx.execute<{ event: string; tries: number; hold: string | null }[]>(
      'select event, tries, hold from webhook_delivery where id = ? for update',
      [delivery.id],
    );
    if (!standing) return;
    await tx.execute(
      `insert into webhook_attempt (id, delivery_id, at, status_code, error, duration_ms) values (?, ?, ?, ?, ?, ?)`,
      [newId('webhook_attempt'), delivery.id, at, statusCode, failure, durationMs],
    );
    if (standing.hold !== delivery.hold) return;
    const { event, tries } = standing;
    const judged = judge({ statusCode, failure }, { event, tries, failingSince: webhook.failingSince ?? null }, at);
    await tx.execute(
      `update webhook_delivery set status = ?, next_attempt_at = ?, tries = tries + 1, held_until = null, hold = null
       where id = ?`,
      [judged.status, judged.nextAttemptAt, delivery.id],
    );
    webhook.failingSince = judged.failingSince;
    await tx.flush();
    if (judged.isDisabled) await disable(tx, keys, webhook, now);
    if (event === VERIFICATION && failure === null && webhook.status === WebhookStatus.UNVERIFIED) {
      await moveWebhook(tx, webhook, { to: WebhookStatus.ACTIVE, actorId: null, command: 'verifyWebhook' }, now);
    }
  });
}

/** Nothing reaches a webhook any more: nothing more is sent, and whoever registered it is told, where that is a person. */
async function disable(tx: EntityManager, keys: KeyRing, webhook: Webhook, now: Date): Promise<void> {
  if (webhook.status !== WebhookStatus.ACTIVE) return;
  await moveWebhook(tx, webhook, { to: WebhookStatus.DISABLED, actorId: null, command: 'disableWebhook' }, now);
  const { id, url, registeredByPersonId: personId } = webhook;
  if (personId == null) return;
  const notice = {
    subject: inAllLanguages((locale) => say('DISABLED_SUBJECT', locale)),
    paragraphs: [
      inAllLanguages((locale) => say('DISABLED_TEXT', locale, { host: new URL(url).host })),
      inAllLanguages((locale) => say('DISABLED_ADVICE', locale)),
    ],
  };
  notify(tx, keys, { to: { personId }, notice, about: id, expiresAt: null }, now);
}
