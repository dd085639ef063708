import { Field, Int, ObjectType } from 'type-graphql';
import { InvalidTransition, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { say } from './messages.ts';
import { WebhookStatus } from './webhook.rules.ts';

@ObjectType({ implements: UserError, description: 'There is no such webhook, or it is no business of the viewer.' })
export class WebhookNotFound extends UserError {
  constructor(locale: string) {
    super('WEBHOOK_NOT_FOUND', say('WEBHOOK_NOT_FOUND', locale));
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such delivery, any more or at all, or it is no business of the viewer.',
})
export class WebhookDeliveryNotFound extends UserError {
  constructor(locale: string) {
    super('WEBHOOK_DELIVERY_NOT_FOUND', say('DELIVERY_NOT_FOUND', locale));
  }
}

@ObjectType({ implements: UserError, description: 'The address is registered for this country already.' })
export class WebhookExists extends UserError {
  constructor(locale: string) {
    super('WEBHOOK_EXISTS', say('WEBHOOK_EXISTS', locale));
  }
}

@ObjectType({ implements: UserError, description: 'The country has as many webhooks as a country may have.' })
export class WebhookLimitReached extends UserError {
  @Field(() => Int)
  readonly limit: number;

  constructor(locale: string, limit: number) {
    super('WEBHOOK_LIMIT_REACHED', say('WEBHOOK_LIMIT_REACHED', locale, { limit }));
    this.limit = limit;
  }
}

@ObjectType({ implements: UserError, description: 'Nothing is sent there at present.' })
export class WebhookNotActive extends UserError {
  @Field(() => WebhookStatus)
  readonly status: WebhookStatus;

  constructor(locale: string, status: WebhookStatus) {
    super('WEBHOOK_NOT_ACTIVE', say('WEBHOOK_NOT_ACTIVE', locale, { status }));
    this.status = status;
  }
}

/** Why something could not be done with a webhook. */
export type WebhookRefusal =
  | { readonly refusal: 'webhook-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: WebhookStatus;
      readonly to: WebhookStatus;
      readonly allowed: readonly WebhookStatus[];
    };

export function notFoundOrConflict(
  refusal: Exclude<WebhookRefusal, { refusal: 'invalid-transition' }>,
  locale: string,
): WebhookNotFound | VersionConflict {
  return refusal.refusal === 'webhook-not-found'
    ? new WebhookNotFound(locale)
    : new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
}

export function webhookRefused(
  refusal: WebhookRefusal,
  locale: string,
): WebhookNotFound | VersionConflict | InvalidTransition {
  if (refusal.refusal !== 'invalid-transition') return notFoundOrConflict(refusal, locale);
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}
