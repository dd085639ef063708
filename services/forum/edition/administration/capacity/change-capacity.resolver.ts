import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holdersOver, personOf } from '../../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../../shared/access/allow.ts';
import type { ForumContext } from '../../../context.ts';
import { CapacityBelowClaimed, EditionClosed } from '../administration.types.ts';
import { editionOf, invalid, notChanged } from '../answers.resolver.ts';
import { say } from '../messages.ts';
import { type ChangeCapacityOutcome, changeCapacity } from './change-capacity.ts';
import { ChangeCapacityInput, ChangeCapacityResult, ChangeCapacitySuccess } from './change-capacity.types.ts';

type Refusal = Extract<ChangeCapacityOutcome, { refusal: string }>;

@Resolver()
export class ChangeCapacityResolver {
  @Allow(holdersOver<Call>('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => ChangeCapacityResult, {
    description: 'Sets the number of seats of an edition. New seats are offered at once to those who wait longest.',
  })
  async changeCapacity(
    @Arg('input', () => ChangeCapacityInput) input: ChangeCapacityInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ChangeCapacityResult> {
    const { editionId, capacity, setsQuotasAside = null, expectedVersion = null } = input;
    if (capacity < 0) return invalid([{ path: ['capacity'], problem: 'negative' }], context.locale);
    const actorId = personOf(context.viewer);
    const command = { actorId, editionId, capacity, setsQuotasAside, expectedVersion };
    const outcome = await changeCapacity(context.em, command, context.now());
    if ('refusal' in outcome) return refused(outcome, context.locale);
    return new ChangeCapacitySuccess(await editionOf(outcome.editionId, context));
  }
}

function refused(refusal: Refusal, locale: string): typeof ChangeCapacityResult {
  switch (refusal.refusal) {
    case 'capacity-below-claimed': {
      const held = refusal.claimed + refusal.offered + refusal.reserved;
      return new CapacityBelowClaimed(say('CAPACITY_BELOW_CLAIMED', locale, { held }), refusal);
    }
    case 'edition-closed':
      return new EditionClosed(say('EDITION_CLOSED', locale), refusal.status);
    default:
      return notChanged(refusal, locale);
  }
}
