import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { CountryCode, DateTime } from '../../../shared/graph/scalars.ts';
import { DeliveryStatus, WebhookFailure } from './delivery/delivery.rules.ts';
import type { AttemptRow, DeliveryRow, WebhookRow } from './webhook.loaders.ts';
import { WebhookEvent, WebhookStatus } from './webhook.rules.ts';

registerEnumType(WebhookStatus, {
  name: 'WebhookStatus',
  description: 'Where a webhook is. Only an active one is told of changes.',
  valuesConfig: {
    UNVERIFIED: { description: 'It is asked whether it is there, and has not said the word yet.' },
    PAUSED: { description: 'What changes meanwhile waits, for at most 30 days.' },
    DISABLED: {
      description:
        'It has said that it is gone, or took nothing for five days, or whoever registered it speaks for the country no more. What changes is not kept.',
    },
  },
});
registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a webhook is told of: `opening.changed` and `deployment.changed`.',
});
registerEnumType(DeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  description: 'Where something is that is sent to a webhook. FAILED: it is not tried again by itself.',
});
registerEnumType(WebhookFailure, {
  name: 'WebhookFailure',
  description: 'Why a try failed.',
  valuesConfig: {
    ADDRESS_NOT_ALLOWED: { description: 'The name leads to no address on the public internet.' },
    TIMEOUT: { description: 'There was no answer within ten seconds.' },
    REDIRECT: { description: 'The answer leads elsewhere; it is not followed.' },
    REFUSED: { description: 'The answer was not one of success.' },
    CHALLENGE_NOT_ECHOED: { description: 'The answer did not say the word it was asked for.' },
  },
});

@ObjectType('Webhook', {
  description:
    'An address of a partner country that is told of changes, by the rules of Standard Webhooks: https://www.standardwebhooks.com.',
})
export class WebhookType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => CountryCode, { description: 'The country whose changes it is told.' })
  readonly countryCode: string;
  @Field(() => String)
  readonly url: string;
  @Field(() => [WebhookEvent])
  readonly events: readonly WebhookEvent[];
  @Field(() => WebhookStatus)
  readonly status: WebhookStatus;
  @Field(() => DateTime)
  readonly registeredAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Since when nothing reaches it. Null while things do.' })
  readonly failingSince: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the present one signs, too. Null where there is none.',
  })
  readonly formerSecretUntil: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  constructor(row: WebhookRow) {
    this.id = row.id;
    this.countryCode = row.country_code;
    this.url = row.url;
    this.events = row.events;
    this.status = row.status;
    this.registeredAt = row.registered_at;
    this.failingSince = row.failing_since;
    this.formerSecretUntil = row.former_secret_until;
    this.version = row.version;
  }
}

@ObjectType('WebhookAttempt', { description: 'A try to send something to a webhook.' })
export class WebhookAttemptType {
  @Field(() => DateTime)
  readonly at: Date;
  @Field(() => Int, { nullable: true, description: 'In HTTP. Null where there was no answer.' })
  readonly statusCode: number | null;
  @Field(() => WebhookFailure, { nullable: true, description: 'Null where it was taken.' })
  readonly error: WebhookFailure | null;
  @Field(() => Int, { description: 'In milliseconds.' })
  readonly durationMs: number;

  constructor(row: AttemptRow) {
    this.at = row.at;
    this.statusCode = row.status_code;
    this.error = row.error;
    this.durationMs = row.duration_ms;
  }
}

@ObjectType('WebhookDelivery', { description: 'Something that is sent to a webhook. Remembered for 30 days.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'The header `webhook-id`: the same in every try.' })
  readonly id: string;
  @Field(() => String, {
    description: '`opening.changed`, `deployment.changed`, `webhook.verification` or `webhook.test`.',
  })
  readonly event: string;
  @Field(() => DeliveryStatus)
  readonly status: DeliveryStatus;
  @Field(() => ID, { nullable: true, description: 'ID of the `PlacementChange`. Null where it tells of none.' })
  readonly changeId: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Null where no other try is to be made.' })
  readonly nextAttemptAt: Date | null;

  constructor(row: DeliveryRow) {
    this.id = row.id;
    this.event = row.event;
    this.status = row.status;
    this.changeId = row.change_id;
    this.nextAttemptAt = row.next_attempt_at;
  }
}

export const WebhookConnection = connectionType('Webhook', () => WebhookType);
export type WebhookConnection = InstanceType<typeof WebhookConnection>;

export const WebhookDeliveryConnection = connectionType('WebhookDelivery', () => WebhookDeliveryType);
export type WebhookDeliveryConnection = InstanceType<typeof WebhookDeliveryConnection>;

/** Sort key of a country's webhooks. */
export function webhookKey(row: WebhookRow): [string, string] {
  return [row.registered_at.toISOString(), row.id];
}

/** Sort key of what a webhook was sent. */
export function deliveryKey(row: DeliveryRow): [string, string] {
  return [row.made_at.toISOString(), row.id];
}
