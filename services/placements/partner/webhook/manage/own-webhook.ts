import type { EntityManager } from '@mikro-orm/postgresql';
import { holds, type Viewer } from '../../../../shared/access/access.rules.ts';
import { lockWebhook } from '../move-webhook.ts';
import type { Webhook } from '../webhook.entity.ts';

/** Which webhook is acted on, and by whom. */
export interface OfWebhook {
  readonly viewer: Viewer;
  readonly webhookId: string;
  readonly expectedVersion: number | null;
}

export type OwnRefusal =
  | { readonly refusal: 'webhook-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/** A webhook under lock, for whoever speaks for its country; nobody else is told that there is one. */
export async function ownWebhook(
  tx: EntityManager,
  { viewer, webhookId, expectedVersion }: OfWebhook,
): Promise<{ readonly webhook: Webhook } | OwnRefusal> {
  const webhook = await lockWebhook(tx, webhookId);
  if (!webhook || !holds(viewer, ['PARTNER'], { kind: 'COUNTRY', id: webhook.countryCode })) {
    return { refusal: 'webhook-not-found' };
  }
  const { version } = webhook;
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  return { webhook };
}
