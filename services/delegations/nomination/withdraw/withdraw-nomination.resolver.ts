import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { say } from '../messages.ts';
import { nominationOf } from '../nomination.types.ts';
import { invalidTransition, plainRefusals, versionConflict } from '../refusal/refusals.types.ts';
import { type WithdrawNominationOutcome, withdrawNomination } from './withdraw-nomination.ts';
import {
  WithdrawNominationInput,
  WithdrawNominationResult,
  WithdrawNominationSuccess,
} from './withdraw-nomination.types.ts';

@Resolver()
export class WithdrawNominationResolver {
  @Allow(signedIn)
  @Mutation(() => WithdrawNominationResult, {
    description:
      'Withdraws a nomination: the signed-in person’s own, to decline it, or one of a delegation they compose. A seat in the forum is released with it. For everybody else it is not found.',
  })
  async withdrawNomination(
    @Arg('input', () => WithdrawNominationInput) input: WithdrawNominationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof WithdrawNominationResult> {
    const { nominationId, expectedVersion = null, reason = null } = input;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await withdrawNomination(em, { viewer: actor, nominationId, expectedVersion, reason }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new WithdrawNominationSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }
}

function refuse(refusal: Extract<WithdrawNominationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'version-conflict':
      return versionConflict(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    case 'nomination-not-found':
      return plainRefusals['nomination-not-found'](locale);
    case 'head-successor-needed':
      return plainRefusals['head-successor-needed'](locale);
  }
}
