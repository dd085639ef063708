import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holdersOver } from '../../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../../context.ts';
import { actorIdOf } from '../../speaker.rules.ts';
import { isPrivateHost } from '../delivery/public-address.ts';
import { say, type webhookMessages } from '../messages.ts';
import { checkUrl, URL_LENGTH, type UrlProblem, WEBHOOKS } from '../webhook.rules.ts';
import { webhookOf } from '../webhook-of.types.ts';
import { WebhookExists, WebhookLimitReached } from '../webhook-refusals.types.ts';
import { type RegisterWebhookOutcome, registerWebhook } from './register-webhook.ts';
import { RegisterWebhookInput, RegisterWebhookResult, RegisterWebhookSuccess } from './register-webhook.types.ts';

@Resolver()
export class RegisterWebhookResolver {
  @Allow(holdersOver('COUNTRY', ({ args }: Call) => args.input.country, 'PARTNER'))
  @Mutation(() => RegisterWebhookResult, {
    description:
      'Registers an address that is told what changes in a country: a signed POST for each change, by the rules of Standard Webhooks, tried again for days. It tells which thing has changed; the rest is asked here.',
  })
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput) input: RegisterWebhookInput,
    @Ctx() { em, keys, viewer, locale, loaders, now, privateAddresses }: PlacementsContext,
  ): Promise<typeof RegisterWebhookResult> {
    const violations = violationsOf(input, privateAddresses, locale);
    if (violations.length > 0) {
      return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
    }
    const { idempotencyKey = null, country, url, events } = input;
    const { personId, apiClientId } = viewer;
    const asked = { personId, apiClientId, actorId: actorIdOf(viewer), idempotencyKey, country, url, events };
    const outcome = await registerWebhook(em, keys, asked, now());
    if ('refusal' in outcome) return refusals[outcome.refusal](locale);
    return new RegisterWebhookSuccess(await webhookOf(outcome.webhookId, loaders), outcome.secret);
  }
}

const refusals = {
  'webhook-exists': (locale: string) => new WebhookExists(locale),
  'webhook-limit-reached': (locale: string) => new WebhookLimitReached(locale, WEBHOOKS),
  'idempotency-key-reused': (locale: string) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
} satisfies Record<Extract<RegisterWebhookOutcome, { refusal: string }>['refusal'], unknown>;

const problems: Record<UrlProblem, keyof typeof webhookMessages> = {
  'too-long': 'TOO_LONG',
  'not-an-address': 'NOT_AN_ADDRESS',
  'not-secure': 'NOT_SECURE',
  'private-address': 'PRIVATE_ADDRESS',
};

function violationsOf({ url, events }: RegisterWebhookInput, privateAddresses: boolean, locale: string): Violation[] {
  const written = checkUrl(url, { privateAddresses });
  const problem = written ?? (!privateAddresses && isPrivateHost(new URL(url)) ? 'private-address' : null);
  return [
    ...(problem ? [violation('url', problems[problem], locale)] : []),
    ...(events.length === 0 ? [violation('events', 'EMPTY', locale)] : []),
  ];
}

function violation(field: string, code: keyof typeof webhookMessages, locale: string): Violation {
  return new Violation(['input', field], code, say(code, locale, { maximum: URL_LENGTH }));
}
