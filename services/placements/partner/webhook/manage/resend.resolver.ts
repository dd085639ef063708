import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../../context.ts';
import { whoeverSpeaksForCountry } from '../../speaker.rules.ts';
import { say } from '../messages.ts';
import { LOG_DAYS } from '../webhook.rules.ts';
import { deliveryOf, webhookOf } from '../webhook-of.types.ts';
import { WebhookDeliveryNotFound, WebhookNotActive, WebhookNotFound } from '../webhook-refusals.types.ts';
import { replayDelivery, replayWebhook } from './replay.ts';
import {
  ReplayDeliveryInput,
  ReplayDeliveryResult,
  ReplayDeliverySuccess,
  ReplayWebhookInput,
  ReplayWebhookResult,
  ReplayWebhookSuccess,
  TestWebhookInput,
  TestWebhookResult,
  TestWebhookSuccess,
} from './resend.types.ts';
import { testWebhook } from './test-webhook.ts';

const DAY_MS = 86_400_000;

@Resolver()
export class ResendResolver {
  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => TestWebhookResult, {
    description:
      'Sends something that tells of nothing to a webhook of the viewer’s country, to see whether it arrives.',
  })
  async testWebhook(
    @Arg('input', () => TestWebhookInput) { webhookId, idempotencyKey = null }: TestWebhookInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof TestWebhookResult> {
    const outcome = await testWebhook(em, { viewer, webhookId, idempotencyKey }, now());
    if (!('refusal' in outcome)) return new TestWebhookSuccess(await deliveryOf(outcome.deliveryId, loaders));
    if (outcome.refusal === 'webhook-not-active') return new WebhookNotActive(locale, outcome.status);
    return outcome.refusal === 'idempotency-key-reused'
      ? new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale))
      : new WebhookNotFound(locale);
  }

  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => ReplayDeliveryResult, {
    description:
      'Sends something once more to a webhook of the viewer’s country, under the ID it was sent with before.',
  })
  async replayDelivery(
    @Arg('input', () => ReplayDeliveryInput) { deliveryId }: ReplayDeliveryInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ReplayDeliveryResult> {
    const outcome = await replayDelivery(em, { viewer, deliveryId }, now());
    if ('refusal' in outcome) return new WebhookDeliveryNotFound(locale);
    return new ReplayDeliverySuccess(await deliveryOf(outcome.deliveryId, loaders));
  }

  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => ReplayWebhookResult, {
    description:
      'Sends a webhook of the viewer’s country all that has changed since then, what it missed and what it has had; the latter under the same IDs.',
  })
  async replayWebhook(
    @Arg('input', () => ReplayWebhookInput) { webhookId, since }: ReplayWebhookInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ReplayWebhookResult> {
    if (now().getTime() - since.getTime() > LOG_DAYS * DAY_MS) {
      const violation = new Violation(
        ['input', 'since'],
        'TOO_LONG_AGO',
        say('TOO_LONG_AGO', locale, { days: LOG_DAYS }),
      );
      return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    }
    const outcome = await replayWebhook(em, { viewer, webhookId, since }, now());
    if ('refusal' in outcome) return new WebhookNotFound(locale);
    return new ReplayWebhookSuccess(await webhookOf(outcome.webhookId, loaders), outcome.deliveries);
  }
}
