import type { WebhookLoaders } from './webhook.loaders.ts';
import { WebhookDeliveryType, WebhookType } from './webhook.types.ts';

/** A webhook that a use case has just answered by its ID. */
export async function webhookOf(id: string, { webhookById }: WebhookLoaders): Promise<WebhookType> {
  const row = await webhookById.load(id);
  if (!row) throw new Error(`the webhook ${id} is gone`);
  return new WebhookType(row);
}

/** A delivery that a use case has just answered by its ID. */
export async function deliveryOf(id: string, { webhookDeliveryById }: WebhookLoaders): Promise<WebhookDeliveryType> {
  const row = await webhookDeliveryById.load(id);
  if (!row) throw new Error(`the delivery ${id} is gone`);
  return new WebhookDeliveryType(row);
}
