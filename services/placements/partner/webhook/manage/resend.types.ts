import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../../shared/graph/user-error.ts';
import { LOG_DAYS } from '../webhook.rules.ts';
import { WebhookDeliveryType, WebhookType } from '../webhook.types.ts';
import { WebhookDeliveryNotFound, WebhookNotActive, WebhookNotFound } from '../webhook-refusals.types.ts';

@InputType({ description: 'Which webhook is tried.' })
export class TestWebhookInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly webhookId!: string;
}

@InputType({ description: 'What is sent once more.' })
export class ReplayDeliveryInput {
  @Field(() => ID)
  readonly deliveryId!: string;
}

@InputType({ description: 'Which webhook is sent everything once more, and since when.' })
export class ReplayWebhookInput {
  @Field(() => ID)
  readonly webhookId!: string;
  @Field(() => DateTime, { description: `What changed before is not sent. At most ${LOG_DAYS} days ago.` })
  readonly since!: Date;
}

@ObjectType({ description: 'Something of type `webhook.test` is sent.' })
export class TestWebhookSuccess {
  @Field(() => WebhookDeliveryType)
  readonly delivery: WebhookDeliveryType;

  constructor(delivery: WebhookDeliveryType) {
    this.delivery = delivery;
  }
}

@ObjectType({ description: 'It is sent once more, with the same ID, as soon as its webhook is active.' })
export class ReplayDeliverySuccess {
  @Field(() => WebhookDeliveryType)
  readonly delivery: WebhookDeliveryType;

  constructor(delivery: WebhookDeliveryType) {
    this.delivery = delivery;
  }
}

@ObjectType({ description: 'All that has changed is sent once more, as soon as the webhook is active.' })
export class ReplayWebhookSuccess {
  @Field(() => WebhookType)
  readonly webhook: WebhookType;
  @Field(() => Int, { description: 'How many things are sent.' })
  readonly deliveries: number;

  constructor(webhook: WebhookType, deliveries: number) {
    this.webhook = webhook;
    this.deliveries = deliveries;
  }
}

export const TestWebhookResult = createUnionType({
  name: 'TestWebhookResult',
  description: 'What is sent, or what stands in its way.',
  types: () => [TestWebhookSuccess, WebhookNotFound, WebhookNotActive, IdempotencyKeyReused] as const,
});

export const ReplayDeliveryResult = createUnionType({
  name: 'ReplayDeliveryResult',
  description: 'What is sent once more, or what stands in its way.',
  types: () => [ReplayDeliverySuccess, WebhookDeliveryNotFound] as const,
});

export const ReplayWebhookResult = createUnionType({
  name: 'ReplayWebhookResult',
  description: 'How much is sent once more, or what stands in its way.',
  types: () => [ReplayWebhookSuccess, WebhookNotFound, InvalidInput] as const,
});
