import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { FourEyesRequired } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { delegationOf } from '../../delegation/delegation.types.ts';
import { invalidInput, noStep, notFoundOrChanged } from '../../delegation/delegation-refusals.types.ts';
import { nominationOf } from '../../nomination/nomination.types.ts';
import { decisionViolations } from '../credentials-refusals.types.ts';
import { say } from '../messages.ts';
import { decideDelegation, type ReviewDelegationOutcome, reviewDelegation } from './decide-delegation.ts';
import {
  DecideDelegationInput,
  DecideDelegationResult,
  DecideDelegationSuccess,
  NominationsOpen,
  ReviewDelegationInput,
  ReviewDelegationResult,
  ReviewDelegationSuccess,
} from './decide-delegation.types.ts';
import { checkDelegationNote } from './delegation-decision.rules.ts';

const BY_WHOM =
  'By accreditation officers of the edition and administrators who are no focal points of it; to others there is no such delegation.';

@Resolver()
export class DecideDelegationResolver {
  @Allow(signedIn)
  @Mutation(() => ReviewDelegationResult, {
    description: `Takes up the credentials of a delegation that was handed in. ${BY_WHOM}`,
  })
  async reviewDelegation(
    @Arg('input', () => ReviewDelegationInput) { delegationId, expectedVersion }: ReviewDelegationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof ReviewDelegationResult> {
    const command = { viewer, delegationId, expectedVersion: expectedVersion ?? null };
    const outcome = await reviewDelegation(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ReviewDelegationSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
  }

  @Allow(signedIn)
  @Mutation(() => DecideDelegationResult, {
    description: `Decides about a delegation as a whole. ${BY_WHOM}`,
  })
  async decideDelegation(
    @Arg('input', () => DecideDelegationInput) input: DecideDelegationInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof DecideDelegationResult> {
    const { em, viewer, locale, loaders, now } = context;
    const { delegationId, decision, note = null, expectedVersion = null } = input;
    const violations = decisionViolations(checkDelegationNote(decision, note), locale);
    if (violations.length > 0) return invalidInput(violations, locale);
    const outcome = await decideDelegation(
      em,
      context,
      { viewer, delegationId, decision, note, expectedVersion },
      now(),
    );
    if (!('refusal' in outcome)) {
      return new DecideDelegationSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
    }
    if (outcome.refusal !== 'nominations-open') return refuse(outcome, locale);
    const open = await Promise.all(outcome.nominationIds.map((id) => nominationOf(id, loaders.nominationById)));
    return new NominationsOpen(say('NOMINATIONS_OPEN', locale, { count: open.length }), open);
  }
}

function refuse(refusal: Extract<ReviewDelegationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'four-eyes-required':
      return new FourEyesRequired(say('FOUR_EYES_REQUIRED', locale));
    case 'invalid-transition':
      return noStep(refusal, locale);
    default:
      return notFoundOrChanged(refusal, locale);
  }
}
