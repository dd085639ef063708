import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { say } from '../messages.ts';
import { composes, DelegationRole } from '../nomination.rules.ts';
import { nominationOf } from '../nomination.types.ts';
import {
  alreadySubstituted,
  closed,
  ended,
  invalidTransition,
  plainRefusals,
  quotaExceeded,
  versionConflict,
} from '../refusal/refusals.types.ts';
import { type AppointHeadOutcome, appointHead } from './appoint-head.ts';
import { type PromoteAlternateOutcome, promoteAlternate } from './promote-alternate.ts';
import {
  AppointHeadInput,
  AppointHeadResult,
  AppointHeadSuccess,
  NotAnAlternate,
  PromoteAlternateInput,
  PromoteAlternateResult,
  PromoteAlternateSuccess,
} from './succession.types.ts';

@Resolver()
export class SuccessionResolver {
  @Allow(signedIn)
  @Mutation(() => AppointHeadResult, {
    description:
      'Hands the office of head over to another nominee of the delegation, in one act: never two heads, never none. For whoever composes the delegation; for everybody else the nomination is not found.',
  })
  async appointHead(
    @Arg('input', () => AppointHeadInput) input: AppointHeadInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof AppointHeadResult> {
    const { idempotencyKey = null, nominationId, reason = null, expectedVersion = null } = input;
    const role = input.formerHeadRole ?? DelegationRole.DELEGATE;
    const violation = reasonViolation(reason, locale);
    const violations = violation ? [violation] : [];
    if (role === DelegationRole.HEAD) {
      violations.push(new Violation(['input', 'formerHeadRole'], 'ONE_HEAD', say('ONE_HEAD', locale)));
    }
    if (role === DelegationRole.HEAD || violations.length > 0) return invalid(violations, locale);
    const command = {
      actorId: personOf(viewer),
      idempotencyKey,
      nominationId,
      formerHeadRole: input.formerHeadLeaves ? null : role,
      reason,
      expectedVersion,
      mayCompose: (delegationId: string) => composes(viewer, delegationId),
    };
    const outcome = await appointHead(em, command, now());
    if ('refusal' in outcome) return refuseHead(outcome, locale);
    const { headId, formerHeadId } = outcome;
    const [head, formerHead] = await Promise.all([
      nominationOf(headId, loaders.nominationById),
      formerHeadId === null ? null : nominationOf(formerHeadId, loaders.nominationById),
    ]);
    return new AppointHeadSuccess(head, formerHead);
  }

  @Allow(signedIn)
  @Mutation(() => PromoteAlternateResult, {
    description:
      'Makes an alternate a full member of the delegation, in the place of somebody who leaves or on a free one, in one act. For whoever composes the delegation; for everybody else the nomination is not found.',
  })
  async promoteAlternate(
    @Arg('input', () => PromoteAlternateInput) input: PromoteAlternateInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof PromoteAlternateResult> {
    const { em, viewer, locale, loaders, now } = context;
    const { idempotencyKey = null, nominationId, insteadOfId = null, reason = null } = input;
    const violation = reasonViolation(reason, locale);
    if (violation) return invalid([violation], locale);
    const mayCompose = (delegationId: string) => composes(viewer, delegationId);
    const command = { actorId: personOf(viewer), idempotencyKey, nominationId, insteadOfId, reason, mayCompose };
    const outcome = await promoteAlternate(em, context, command, now());
    if ('refusal' in outcome) return refusePromotion(outcome, locale);
    const { promotedId, replacedId } = outcome;
    const [promoted, replaced] = await Promise.all([
      nominationOf(promotedId, loaders.nominationById),
      replacedId === null ? null : nominationOf(replacedId, loaders.nominationById),
    ]);
    return new PromoteAlternateSuccess(promoted, replaced);
  }
}

function invalid(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}

function refuseHead(refusal: Extract<AppointHeadOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'nomination-ended':
      return ended(refusal, locale);
    case 'version-conflict':
      return versionConflict(refusal, locale);
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}

function refusePromotion(refusal: Extract<PromoteAlternateOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'nomination-ended':
      return ended(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    case 'quota-exceeded':
      return quotaExceeded(refusal, locale);
    case 'already-substituted':
      return alreadySubstituted(refusal, locale);
    case 'not-an-alternate':
      return new NotAnAlternate(say('NOT_AN_ALTERNATE', locale));
    case 'category-differs': {
      const message = say('CATEGORY_DIFFERS', locale, { category: refusal.category });
      return invalid([new Violation(['input', 'insteadOfId'], 'CATEGORY_DIFFERS', message)], locale);
    }
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}
