import type { EntityManager } from '@mikro-orm/postgresql';
import { idStem, newId, nthId } from '../../../../shared/ids.ts';
import type { NewChange } from '../../feed/placement-change.rules.ts';
import type { TEST, VERIFICATION } from './delivery.rules.ts';

/** What is sent of a change: which thing has changed, where it is now, and nothing of a person. */
const BODY = `json_build_object(
  'type', case change.kind when 'OPENING' then 'opening.changed' else 'deployment.changed' end,
  'timestamp', to_char(change.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'data', json_build_object('id', coalesce(change.deployment_id, change.opening_id), 'country', change.country_code,
    'status', change.status, 'changeId', change.id))`;

/** Of changes `change` and webhooks `webhook`, the deliveries that are missing; the new ones are due at once. */
const INSERT = `
  insert into webhook_delivery (id, webhook_id, change_id, event, body, status, made_at, next_attempt_at)
  select ${nthId('place')}, webhook_id, change_id, body ->> 'type', body::text, 'PENDING', ?, ?
  from (
    select webhook.id as webhook_id, change.id as change_id, ${BODY} as body,
      row_number() over (order by change.position, webhook.id) as place
    from placement_change as change
    join webhook on webhook.country_code = change.country_code and (change.kind || '_CHANGED') = any (webhook.events)`;

/** Has a new change sent to the webhooks of its country that are told of its kind, a paused one once it goes on. */
export async function deliverChange(tx: EntityManager, { id }: NewChange, now: Date): Promise<void> {
  await tx.execute(
    `${INSERT} where change.id = ? and webhook.status in ('ACTIVE', 'PAUSED')) as due on conflict do nothing`,
    [idStem('webhook_delivery'), now, now, id],
  );
}

/**
 * Has all that has changed since then sent to a webhook once more, what it was never sent, too. Returns how many.
 *
 * What was sent before is sent under the same ID, so that the receiver knows it.
 */
export async function deliverSince(tx: EntityManager, webhookId: string, since: Date, now: Date): Promise<number> {
  const repeated = await tx.execute(
    `update webhook_delivery set status = 'PENDING', next_attempt_at = ?, tries = 0, held_until = null, hold = null
     from placement_change as change
     where webhook_id = ? and change.id = change_id and change.at >= ? returning webhook_delivery.id`,
    [now, webhookId, since],
  );
  const added = await tx.execute(
    `${INSERT} where webhook.id = ? and change.at >= ?) as due on conflict do nothing returning id`,
    [idStem('webhook_delivery'), now, now, webhookId, since],
  );
  return repeated.length + added.length;
}

/** Has something sent that is about the webhook itself. Returns the delivery's ID. */
export async function deliverMessage(
  tx: EntityManager,
  webhookId: string,
  event: typeof VERIFICATION | typeof TEST,
  data: Readonly<Record<string, string>>,
  now: Date,
): Promise<string> {
  const id = newId('webhook_delivery');
  const body = JSON.stringify({ type: event, timestamp: now.toISOString(), data });
  await tx.execute(
    `insert into webhook_delivery (id, webhook_id, event, body, status, made_at, next_attempt_at)
     values (?, ?, ?, ?, 'PENDING', ?, ?)`,
    [id, webhookId, event, body, now, now],
  );
  return id;
}
