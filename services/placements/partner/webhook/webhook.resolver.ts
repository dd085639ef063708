import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { holds } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { CountryCode } from '../../../shared/graph/scalars.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { speakersFor } from '../speaker.rules.ts';
import { WebhookStatus, webhookTransitions } from './webhook.rules.ts';
import {
  deliveryKey,
  WebhookAttemptType,
  WebhookConnection,
  WebhookDeliveryConnection,
  WebhookDeliveryType,
  WebhookType,
  webhookKey,
} from './webhook.types.ts';

@Resolver(() => WebhookType)
export class WebhookResolver {
  @Allow(speakersFor(({ args }: Call) => args.country))
  @Query(() => WebhookConnection, { description: "A country's webhooks, in the order they were registered." })
  async webhooks(
    @Arg('country', () => CountryCode) country: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.webhooksByCountry.load({ owner: country, page: pageOf(page, 2) });
    return WebhookConnection.of(cut, webhookKey, (row) => new WebhookType(row));
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: 'What it was sent in the last 30 days, the newest first.',
  })
  async deliveries(
    @Root() { id }: WebhookType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: PlacementsContext,
  ) {
    const cut = await loaders.deliveriesByWebhook.load({ owner: id, page: pageOf(page, 2) });
    return WebhookDeliveryConnection.of(cut, deliveryKey, (row) => new WebhookDeliveryType(row));
  }

  @FieldResolver(() => [WebhookStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(
    @Root() { status, countryCode }: WebhookType,
    @Ctx() { viewer }: PlacementsContext,
  ): WebhookStatus[] {
    const speaks = holds(viewer, ['PARTNER'], { kind: 'COUNTRY', id: countryCode });
    return speaks ? transitionsFrom(webhookTransitions, status, 'partner') : [];
  }
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @FieldResolver(() => [WebhookAttemptType], { description: 'The tries that were made, in their order.' })
  async attempts(
    @Root() { id }: WebhookDeliveryType,
    @Ctx() { loaders }: PlacementsContext,
  ): Promise<WebhookAttemptType[]> {
    const rows = await loaders.attemptsByDelivery.load(id);
    return rows.map((row) => new WebhookAttemptType(row));
  }
}
