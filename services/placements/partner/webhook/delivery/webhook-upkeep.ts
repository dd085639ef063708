import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../../../shared/upkeep.ts';
import { LOG_DAYS } from '../webhook.rules.ts';

const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** Forgets what was sent long ago, and secrets that do not sign any more. In batches; returns how many deliveries. */
export async function forgetDeliveries(em: EntityManager, now: Date, batch = BATCH): Promise<number> {
  await em.execute(
    `update webhook set former_secret = null, former_secret_until = null where former_secret_until <= ?`,
    [now],
  );
  for (let total = 0; ; ) {
    const gone = await em.execute(
      `delete from webhook_delivery where id in (
         select id from webhook_delivery where made_at < ? order by made_at limit ${batch}
       ) returning id`,
      [new Date(now.getTime() - LOG_DAYS * DAY_MS)],
    );
    total += gone.length;
    if (gone.length < batch) return total;
  }
}

export const webhookUpkeep: Upkeep = {
  name: 'webhooks',
  schedule: '20 2 * * *',
  async run({ em, now, log }) {
    const forgotten = await forgetDeliveries(em, now());
    if (forgotten > 0) log.info({ forgotten }, 'webhook deliveries');
  },
};
