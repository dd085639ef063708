import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { DelegationsContext } from '../../context.ts';
import { nominationOf } from '../nomination.types.ts';
import { closed, invalidTransition, plainRefusals, versionConflict } from '../refusal/refusals.types.ts';
import { type ConfirmNominationOutcome, confirmNomination } from './confirm-nomination.ts';
import {
  ConfirmNominationInput,
  ConfirmNominationResult,
  ConfirmNominationSuccess,
} from './confirm-nomination.types.ts';

@Resolver()
export class ConfirmNominationResolver {
  @Allow(signedIn)
  @Mutation(() => ConfirmNominationResult, {
    description:
      'Confirms the signed-in person’s own nomination, and claims their seat in the forum: a free one, or the head of the waiting list. For everybody else it is not found.',
  })
  async confirmNomination(
    @Arg('input', () => ConfirmNominationInput) input: ConfirmNominationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof ConfirmNominationResult> {
    const { idempotencyKey = null, nominationId, expectedVersion = null } = input;
    const command = { actorId: personOf(viewer), idempotencyKey, nominationId, expectedVersion };
    const outcome = await confirmNomination(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ConfirmNominationSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }
}

function refuse(refusal: Extract<ConfirmNominationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'version-conflict':
      return versionConflict(refusal, locale);
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}
