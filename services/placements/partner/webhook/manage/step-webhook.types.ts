import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidTransition, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { WebhookType } from '../webhook.types.ts';
import { WebhookNotFound } from '../webhook-refusals.types.ts';

@InputType({ description: 'Which webhook is paused.' })
export class PauseWebhookInput {
  @Field(() => ID)
  readonly webhookId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the webhook that the client has read.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which webhook goes on.' })
export class ResumeWebhookInput extends PauseWebhookInput {}

@InputType({ description: 'Which webhook is removed.' })
export class RemoveWebhookInput extends PauseWebhookInput {}

@InputType({ description: 'Which webhook gets a new secret.' })
export class RotateWebhookSecretInput extends PauseWebhookInput {}

@ObjectType({ description: 'The webhook is paused. What changes meanwhile is sent once it goes on.' })
export class PauseWebhookSuccess {
  @Field(() => WebhookType)
  readonly webhook: WebhookType;

  constructor(webhook: WebhookType) {
    this.webhook = webhook;
  }
}

@ObjectType({ description: 'The webhook goes on, or is asked whether it is there.' })
export class ResumeWebhookSuccess {
  @Field(() => WebhookType)
  readonly webhook: WebhookType;

  constructor(webhook: WebhookType) {
    this.webhook = webhook;
  }
}

@ObjectType({ description: 'The webhook is removed, with all that was known of its deliveries.' })
export class RemoveWebhookSuccess {
  @Field(() => ID)
  readonly webhookId: string;

  constructor(webhookId: string) {
    this.webhookId = webhookId;
  }
}

@ObjectType({ description: 'The webhook has a new secret. For 24 hours the one before signs, too.' })
export class RotateWebhookSecretSuccess {
  @Field(() => WebhookType)
  readonly webhook: WebhookType;
  @Field(() => String, { description: 'What signatures are checked with, `whsec_…`. Shown once.' })
  readonly secret: string;

  constructor(webhook: WebhookType, secret: string) {
    this.webhook = webhook;
    this.secret = secret;
  }
}

export const PauseWebhookResult = createUnionType({
  name: 'PauseWebhookResult',
  description: 'The paused webhook, or what stands in its way.',
  types: () => [PauseWebhookSuccess, WebhookNotFound, InvalidTransition, VersionConflict] as const,
});

export const ResumeWebhookResult = createUnionType({
  name: 'ResumeWebhookResult',
  description: 'The webhook that goes on, or what stands in its way.',
  types: () => [ResumeWebhookSuccess, WebhookNotFound, InvalidTransition, VersionConflict] as const,
});

export const RemoveWebhookResult = createUnionType({
  name: 'RemoveWebhookResult',
  description: 'The removed webhook, or what stands in its way.',
  types: () => [RemoveWebhookSuccess, WebhookNotFound, VersionConflict] as const,
});

export const RotateWebhookSecretResult = createUnionType({
  name: 'RotateWebhookSecretResult',
  description: 'The new secret, or what stands in its way.',
  types: () => [RotateWebhookSecretSuccess, WebhookNotFound, VersionConflict] as const,
});
