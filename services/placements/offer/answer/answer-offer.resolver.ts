import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { deploymentOf } from '../../deployment/deployment.types.ts';
import { invalid, refuse } from '../../selection/refusal/refusals.types.ts';
import { acceptPlacement } from './accept-placement.ts';
import {
  AcceptPlacementInput,
  AcceptPlacementResult,
  AcceptPlacementSuccess,
  DeclinePlacementInput,
  DeclinePlacementResult,
  DeclinePlacementSuccess,
} from './answer-offer.types.ts';
import { declinePlacement } from './decline-placement.ts';

@Resolver()
export class AnswerOfferResolver {
  @Allow(signedIn)
  @Mutation(() => AcceptPlacementResult, {
    description:
      'Accepts an offer made to the signed-in person: they have a deployment to prepare for, and their other applications are withdrawn in the same moment. An offer to anybody else is not found.',
  })
  async acceptPlacement(
    @Arg('input', () => AcceptPlacementInput) { idempotencyKey, offerId }: AcceptPlacementInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof AcceptPlacementResult> {
    const command = { actorId: personOf(viewer), idempotencyKey: idempotencyKey ?? null, offerId };
    const outcome = await acceptPlacement(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    const [deployment, withdrawn] = await Promise.all([
      deploymentOf(outcome.deploymentId, loaders.deploymentById),
      Promise.all(outcome.withdrawnIds.map((id) => applicationOf(id, loaders.applicationById))),
    ]);
    return new AcceptPlacementSuccess(deployment, withdrawn);
  }

  @Allow(signedIn)
  @Mutation(() => DeclinePlacementResult, {
    description:
      'Declines an offer made to the signed-in person; the place goes to the reserve in the same moment: whoever is first there becomes PREFERRED, and an officer offers. An offer to anybody else is not found.',
  })
  async declinePlacement(
    @Arg('input', () => DeclinePlacementInput) { offerId, reason = null }: DeclinePlacementInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof DeclinePlacementResult> {
    const problem = reasonViolation(reason, locale);
    if (problem) return invalid([problem], locale);
    const outcome = await declinePlacement(em, { actorId: personOf(viewer), offerId, reason }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new DeclinePlacementSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
