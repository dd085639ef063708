import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { invalid, refuse, violation } from '../../selection/refusal/refusals.types.ts';
import { declareInterest } from './declare-interest.ts';
import { DeclareInterestInput, DeclareInterestResult, DeclareInterestSuccess } from './declare-interest.types.ts';

@Resolver()
export class DeclareInterestResolver {
  @Allow(signedIn)
  @Mutation(() => DeclareInterestResult, {
    description:
      'Says whether the signed-in person has an interest in an applicant, before they assess them. A conflict that turns up later takes back what they have assessed. For strangers the application is not found.',
  })
  async declareInterest(
    @Arg('input', () => DeclareInterestInput) input: DeclareInterestInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof DeclareInterestResult> {
    const { applicationId, hasConflict, nature = null } = input;
    if (nature !== null && !hasConflict)
      return invalid([violation(['nature'], 'NATURE_WITHOUT_CONFLICT', locale)], locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await declareInterest(em, { viewer: actor, applicationId, hasConflict, nature }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new DeclareInterestSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}
