import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sealed } from '../../../../shared/crypto/sealed.ts';
import { VERIFICATION } from './delivery.rules.ts';

const BATCH = 20;
/** So many at once for one receiver, so that a slow one does not hold up the others. */
const AT_ONCE = 4;
/** Longer than any try takes. Whoever holds a delivery longer is gone, and it is sent again under the same ID. */
const HOLD_MS = 60_000;

/** A delivery that this process sends and no other. */
export interface DueDelivery {
  readonly id: string;
  readonly webhook_id: string;
  readonly event: string;
  readonly body: string;
  readonly url: string;
  readonly secret: Sealed;
  readonly former_secret: Sealed | null;
  readonly former_secret_until: string | null;
  /** Tells this hold from others. */
  readonly hold: string;
}

const IS_DUE = `delivery.status = 'PENDING' and delivery.next_attempt_at <= ?
  and (delivery.held_until is null or delivery.held_until <= ?)`;

/** Takes deliveries that are due, for as long as sending them may take. The transaction is over before anything is sent. */
export function takeDue(em: EntityManager, now: Date): Promise<DueDelivery[]> {
  const hold = randomUUID();
  return em.fork().transactional((tx) =>
    tx.execute<DueDelivery[]>(
      `with ranked as (
         select delivery.id, delivery.next_attempt_at,
           row_number() over (partition by delivery.webhook_id order by delivery.next_attempt_at, delivery.id) as place
         from webhook_delivery as delivery join webhook on webhook.id = delivery.webhook_id
         where ${IS_DUE}
           and (webhook.status = 'ACTIVE' or (webhook.status = 'UNVERIFIED' and delivery.event = '${VERIFICATION}'))
       ), taken as (
         select delivery.id from webhook_delivery as delivery
         where delivery.id in (
           select id from ranked where place <= ${AT_ONCE} order by next_attempt_at, id limit ${BATCH}
         ) and ${IS_DUE}
         order by delivery.id for update skip locked
       )
       update webhook_delivery as delivery set held_until = ?, hold = ?
       from taken, webhook
       where delivery.id = taken.id and webhook.id = delivery.webhook_id
       returning delivery.id, delivery.webhook_id, delivery.event, delivery.body, delivery.hold, webhook.url,
         webhook.secret, webhook.former_secret, webhook.former_secret_until`,
      [now, now, now, now, new Date(now.getTime() + HOLD_MS), hold],
    ),
  );
}
