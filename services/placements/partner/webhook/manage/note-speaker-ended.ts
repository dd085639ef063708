import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../../shared/events/event.ts';
import { lockWebhook, moveWebhook } from '../move-webhook.ts';
import { Webhook } from '../webhook.entity.ts';
import { WebhookStatus } from '../webhook.rules.ts';

const GrantRevoked = z.object({ personId: z.string(), role: z.string(), scopeId: z.string().nullish() });
const ApiClientRevoked = z.object({ apiClientId: z.string() });

/** Somebody speaks for a country no more: what they registered for it is told nothing, until another who does resumes it. */
export const noteGrantRevoked: EventHandler = async (tx, { payload }, now) => {
  const { personId: registeredByPersonId, role, scopeId } = GrantRevoked.parse(payload);
  if (role !== 'PARTNER') return;
  const inScope = scopeId == null ? {} : { countryCode: scopeId };
  await disableAll(tx, { registeredByPersonId, ...inScope }, now);
};

/** A system has lost its key: what it registered is told nothing, until another who speaks for the country resumes it. */
export const noteApiClientRevoked: EventHandler = async (tx, { payload }, now) => {
  const { apiClientId: registeredByClientId } = ApiClientRevoked.parse(payload);
  await disableAll(tx, { registeredByClientId }, now);
};

type Whose = { registeredByPersonId: string; countryCode?: string } | { registeredByClientId: string };

async function disableAll(tx: EntityManager, whose: Whose, now: Date): Promise<void> {
  const registered = await tx.find(Webhook, whose, { orderBy: { id: 'asc' } });
  for (const { id } of registered) {
    const webhook = await lockWebhook(tx, id);
    if (!webhook || webhook.status === WebhookStatus.DISABLED) continue;
    const step = { to: WebhookStatus.DISABLED, actorId: null, command: 'noteSpeakerEnded' };
    await moveWebhook(tx, webhook, step, now);
  }
}
