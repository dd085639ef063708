import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../../../shared/access/allow.ts';
import type { PlacementsContext } from '../../../context.ts';
import { whoeverSpeaksForCountry } from '../../speaker.rules.ts';
import { webhookOf } from '../webhook-of.types.ts';
import { notFoundOrConflict, webhookRefused } from '../webhook-refusals.types.ts';
import type { OfWebhook } from './own-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { pauseWebhook, resumeWebhook } from './step-webhook.ts';
import {
  PauseWebhookInput,
  PauseWebhookResult,
  PauseWebhookSuccess,
  RemoveWebhookInput,
  RemoveWebhookResult,
  RemoveWebhookSuccess,
  ResumeWebhookInput,
  ResumeWebhookResult,
  ResumeWebhookSuccess,
  RotateWebhookSecretInput,
  RotateWebhookSecretResult,
  RotateWebhookSecretSuccess,
} from './step-webhook.types.ts';

@Resolver()
export class StepWebhookResolver {
  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => PauseWebhookResult, {
    description:
      'Has nothing sent to a webhook of the viewer’s country for a while. For everybody else it is not found.',
  })
  async pauseWebhook(
    @Arg('input', () => PauseWebhookInput) input: PauseWebhookInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof PauseWebhookResult> {
    const { em, locale, loaders, now } = context;
    const outcome = await pauseWebhook(em, asked(input, context), now());
    if ('refusal' in outcome) return webhookRefused(outcome, locale);
    return new PauseWebhookSuccess(await webhookOf(outcome.webhookId, loaders));
  }

  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => ResumeWebhookResult, {
    description:
      'Goes on with a paused webhook of the viewer’s country. One that was disabled, or has not said the word, is asked again whether it is there.',
  })
  async resumeWebhook(
    @Arg('input', () => ResumeWebhookInput) input: ResumeWebhookInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ResumeWebhookResult> {
    const { em, locale, loaders, now } = context;
    const outcome = await resumeWebhook(em, asked(input, context), now());
    if ('refusal' in outcome) return webhookRefused(outcome, locale);
    return new ResumeWebhookSuccess(await webhookOf(outcome.webhookId, loaders));
  }

  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => RemoveWebhookResult, { description: 'Removes a webhook of the viewer’s country.' })
  async removeWebhook(
    @Arg('input', () => RemoveWebhookInput) input: RemoveWebhookInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof RemoveWebhookResult> {
    const outcome = await removeWebhook(context.em, asked(input, context), context.now());
    if ('refusal' in outcome) return notFoundOrConflict(outcome, context.locale);
    return new RemoveWebhookSuccess(outcome.webhookId);
  }

  @Allow(whoeverSpeaksForCountry)
  @Mutation(() => RotateWebhookSecretResult, {
    description:
      'Makes a new secret for a webhook of the viewer’s country. For 24 hours everything is signed with both.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput) input: RotateWebhookSecretInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof RotateWebhookSecretResult> {
    const { em, keys, locale, loaders, now } = context;
    const outcome = await rotateWebhookSecret(em, keys, asked(input, context), now());
    if ('refusal' in outcome) return notFoundOrConflict(outcome, locale);
    return new RotateWebhookSecretSuccess(await webhookOf(outcome.webhookId, loaders), outcome.secret);
  }
}

function asked({ webhookId, expectedVersion = null }: PauseWebhookInput, { viewer }: PlacementsContext): OfWebhook {
  return { viewer, webhookId, expectedVersion };
}
