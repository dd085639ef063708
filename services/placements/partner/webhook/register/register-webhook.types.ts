import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { CountryCode } from '../../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../../shared/graph/user-error.ts';
import { URL_LENGTH, WebhookEvent } from '../webhook.rules.ts';
import { WebhookType } from '../webhook.types.ts';
import { WebhookExists, WebhookLimitReached } from '../webhook-refusals.types.ts';

@InputType({ description: 'Which address is to be told of what.' })
export class RegisterWebhookInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => CountryCode, { description: 'The country that the viewer speaks for.' })
  readonly country!: string;
  @Field(() => String, {
    description: `An address on the public internet that begins with https://, of at most ${URL_LENGTH} characters.`,
  })
  readonly url!: string;
  @Field(() => [WebhookEvent], { description: 'At least one.' })
  readonly events!: readonly WebhookEvent[];
}

@ObjectType({
  description:
    'The webhook is registered and is asked at once whether it is there: a signed POST of type `webhook.verification`, to be answered within ten seconds with its `data.challenge`, as text or as `{"challenge": "…"}`. It is active from then on.',
})
export class RegisterWebhookSuccess {
  @Field(() => WebhookType)
  readonly webhook: WebhookType;
  @Field(() => String, {
    nullable: true,
    description: 'What signatures are checked with, `whsec_…`. Shown once: null where this answer is a repeated one.',
  })
  readonly secret: string | null;

  constructor(webhook: WebhookType, secret: string | null) {
    this.webhook = webhook;
    this.secret = secret;
  }
}

export const RegisterWebhookResult = createUnionType({
  name: 'RegisterWebhookResult',
  description: 'The webhook with its secret, or what stands in its way.',
  types: () =>
    [RegisterWebhookSuccess, WebhookExists, WebhookLimitReached, IdempotencyKeyReused, InvalidInput] as const,
});
