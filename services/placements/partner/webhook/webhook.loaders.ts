import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { DeliveryStatus, WebhookFailure } from './delivery/delivery.rules.ts';
import type { WebhookEvent, WebhookStatus } from './webhook.rules.ts';

/** A webhook as the graph reads it. Its secrets stay where they are. */
export interface WebhookRow {
  readonly key: string;
  readonly id: string;
  readonly country_code: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly status: WebhookStatus;
  readonly registered_at: Date;
  readonly failing_since: Date | null;
  readonly former_secret_until: Date | null;
  readonly version: number;
}

export interface DeliveryRow {
  readonly key: string;
  readonly id: string;
  readonly change_id: string | null;
  readonly event: string;
  readonly status: DeliveryStatus;
  readonly made_at: Date;
  readonly next_attempt_at: Date | null;
}

export interface AttemptRow {
  readonly key: string;
  readonly at: Date;
  readonly status_code: number | null;
  readonly error: WebhookFailure | null;
  readonly duration_ms: number;
}

const WEBHOOK = 'id, country_code, url, events, status, registered_at, failing_since, former_secret_until, version';
const DELIVERY = 'id, change_id, event, status, made_at, next_attempt_at';

const WEBHOOK_BY_ID = statement(
  'webhook_by_id',
  `select id as key, ${WEBHOOK} from webhook where id = any($1::text[])`,
);
const DELIVERY_BY_ID = statement(
  'webhook_delivery_by_id',
  `select id as key, ${DELIVERY} from webhook_delivery where id = any($1::text[])`,
);
const ATTEMPTS = statement(
  'webhook_attempts_by_delivery',
  `select delivery_id as key, at, status_code, error, duration_ms from webhook_attempt
   where delivery_id = any($1::text[]) order by at, id`,
);

export interface WebhookLoaders {
  readonly webhookById: DataLoader<string, WebhookRow | null>;
  /** A country's webhooks, in the order they were registered. */
  readonly webhooksByCountry: DataLoader<PageOf, Cut<WebhookRow>, string>;
  readonly webhookDeliveryById: DataLoader<string, DeliveryRow | null>;
  /** What a webhook was sent, the newest first. */
  readonly deliveriesByWebhook: DataLoader<PageOf, Cut<DeliveryRow>, string>;
  /** The tries of a delivery, in their order. */
  readonly attemptsByDelivery: DataLoader<string, AttemptRow[]>;
}

export function webhookLoaders(read: Reader): WebhookLoaders {
  return {
    webhookById: keyedLoader<WebhookRow>(read, WEBHOOK_BY_ID),
    webhooksByCountry: pagedLoader<WebhookRow>(read, {
      name: 'webhooks_by_country',
      columns: WEBHOOK,
      table: 'webhook',
      owner: 'country_code',
      order: [
        { column: 'registered_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
    webhookDeliveryById: keyedLoader<DeliveryRow>(read, DELIVERY_BY_ID),
    deliveriesByWebhook: pagedLoader<DeliveryRow>(read, {
      name: 'deliveries_by_webhook',
      columns: DELIVERY,
      table: 'webhook_delivery',
      owner: 'webhook_id',
      order: [
        { column: 'made_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      descending: true,
    }),
    attemptsByDelivery: keyedListLoader<AttemptRow>(read, ATTEMPTS),
  };
}
