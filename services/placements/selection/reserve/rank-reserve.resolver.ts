import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import { applicationOf } from '../../application/application.types.ts';
import type { PlacementsContext } from '../../context.ts';
import { refuse } from '../refusal/refusals.types.ts';
import { rankReserve } from './rank-reserve.ts';
import { RankReserveInput, RankReserveResult, RankReserveSuccess } from './rank-reserve.types.ts';

@Resolver()
export class RankReserveResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => RankReserveResult, {
    description:
      'Puts the reserve of an opening in an order. Whoever joins it stands at its end. Where a place comes free that nobody is chosen for, the first of the reserve becomes PREFERRED.',
  })
  async rankReserve(
    @Arg('input', () => RankReserveInput) { openingId, applicationIds }: RankReserveInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof RankReserveResult> {
    const outcome = await rankReserve(em, { actorId: personOf(viewer), openingId, applicationIds }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    const reserve = outcome.applicationIds.map((id) => applicationOf(id, loaders.applicationById));
    return new RankReserveSuccess(await Promise.all(reserve));
  }
}
