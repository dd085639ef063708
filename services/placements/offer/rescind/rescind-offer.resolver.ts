import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { PLACERS } from '../../application/application.rules.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { invalid, refuse } from '../../selection/refusal/refusals.types.ts';
import { rescindOffer } from './rescind-offer.ts';
import { RescindOfferInput, RescindOfferResult, RescindOfferSuccess } from './rescind-offer.types.ts';

@Resolver()
export class RescindOfferResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => RescindOfferResult, {
    description:
      'Takes an open offer back. The place goes to the reserve in the same moment: whoever is first there becomes PREFERRED.',
  })
  async rescindOffer(
    @Arg('input', () => RescindOfferInput) { offerId, reason }: RescindOfferInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RescindOfferResult> {
    const problem = reasonViolation(reason, locale);
    if (problem) return invalid([problem], locale);
    const outcome = await rescindOffer(em, { actorId: personOf(viewer), offerId, reason }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new RescindOfferSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
