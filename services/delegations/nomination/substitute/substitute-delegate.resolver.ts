import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { say } from '../messages.ts';
import { composes } from '../nomination.rules.ts';
import { nominationOf } from '../nomination.types.ts';
import { checkNominee, tidyNominee } from '../nominee/nominee.rules.ts';
import { nomineeOf } from '../nominee/nominee.types.ts';
import {
  alreadySubstituted,
  closed,
  invalidTransition,
  plainRefusals,
  violationsOf,
} from '../refusal/refusals.types.ts';
import { type SubstituteDelegateOutcome, substituteDelegate } from './substitute-delegate.ts';
import {
  SubstituteDelegateInput,
  SubstituteDelegateResult,
  SubstituteDelegateSuccess,
} from './substitute-delegate.types.ts';

const placeInSuccessor = (path: readonly string[]) => ['input', 'successor', ...path];

@Resolver()
export class SubstituteDelegateResolver {
  @Allow(signedIn)
  @Mutation(() => SubstituteDelegateResult, {
    description:
      'Puts one person in another’s place in a delegation, in one act: the same place of the quota, the office of head too. The predecessor’s seat and badge end with it. For whoever composes the delegation; for everybody else it is not found.',
  })
  async substituteDelegate(
    @Arg('input', () => SubstituteDelegateInput) input: SubstituteDelegateInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof SubstituteDelegateResult> {
    const { em, viewer, locale, loaders, now } = context;
    const { idempotencyKey = null, nominationId, reason } = input;
    const successor = tidyNominee(nomineeOf(input.successor));
    const reasonProblem = reasonViolation(reason, locale);
    const violations = [
      ...violationsOf(checkNominee(successor), placeInSuccessor, locale),
      ...(reasonProblem ? [reasonProblem] : []),
    ];
    if (violations.length > 0) return invalid(violations, locale);
    const mayCompose = (delegationId: string) => composes(viewer, delegationId);
    const command = { actorId: personOf(viewer), idempotencyKey, nominationId, successor, reason, mayCompose };
    const outcome = await substituteDelegate(em, context, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    const [replaced, successorType] = await Promise.all([
      nominationOf(outcome.replacedId, loaders.nominationById),
      nominationOf(outcome.successorId, loaders.nominationById),
    ]);
    return new SubstituteDelegateSuccess(replaced, successorType);
  }
}

function invalid(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}

function refuse(refusal: Extract<SubstituteDelegateOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'already-substituted':
      return alreadySubstituted(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    case 'category-differs': {
      const message = say('CATEGORY_DIFFERS', locale, { category: refusal.category });
      return invalid([new Violation(placeInSuccessor(['category']), 'CATEGORY_DIFFERS', message)], locale);
    }
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}
