import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { refuse } from '../../selection/refusal/refusals.types.ts';
import { offerPlacement } from './offer-placement.ts';
import { OfferPlacementInput, OfferPlacementResult, OfferPlacementSuccess } from './offer-placement.types.ts';

@Resolver()
export class OfferPlacementResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => OfferPlacementResult, {
    description:
      'Offers a placement to an applicant who is preferred or cleared. It holds a position, and binds the programme’s budget by what is given once and a monthly allowance for each month begun; what is given in kind or in another currency is not counted. Where it is declined, taken back or expires, the place goes to the reserve: whoever is first there becomes PREFERRED, since clearances may be missing, and an officer offers.',
  })
  async offerPlacement(
    @Arg('input', () => OfferPlacementInput) input: OfferPlacementInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof OfferPlacementResult> {
    const { idempotencyKey = null, applicationId, expiresAt = null, expectedVersion = null } = input;
    const actor = { ...viewer, personId: personOf(viewer) };
    const command = { viewer: actor, idempotencyKey, applicationId, expiresAt, expectedVersion };
    const outcome = await offerPlacement(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new OfferPlacementSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
