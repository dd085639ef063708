import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import { delegationOf } from '../delegation.types.ts';
import {
  invalidInput,
  isOver,
  noStep,
  notFoundOrChanged,
  quotasExceed,
  violationsOf,
} from '../delegation-refusals.types.ts';
import { isQuota } from '../invitation/invitation.rules.ts';
import { say } from '../messages.ts';
import { changeQuota } from './change-quota.ts';
import type { Leaving } from './desk.rules.ts';
import {
  ChangeQuotaInput,
  ChangeQuotaResult,
  ChangeQuotaSuccess,
  HeadMissing,
  LeaveEditionInput,
  LeaveEditionResult,
  LeaveEditionSuccess,
  QuotaBelowUsed,
  SubmissionClosed,
  SubmitDelegationInput,
  SubmitDelegationResult,
  SubmitDelegationSuccess,
} from './desk-acts.types.ts';
import { leaveEdition } from './leave-edition.ts';
import { submitDelegation } from './submit-delegation.ts';

@Resolver()
export class DeskActsResolver {
  @Allow(signedIn)
  @Mutation(() => SubmitDelegationResult, {
    description:
      'Hands a delegation in, to have its credentials checked. By its focal points; to those of other states there is no such delegation.',
  })
  async submitDelegation(
    @Arg('input', () => SubmitDelegationInput) { delegationId, expectedVersion }: SubmitDelegationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof SubmitDelegationResult> {
    const command = { viewer, delegationId, expectedVersion: expectedVersion ?? null };
    const outcome = await submitDelegation(em, command, now());
    if (!('refusal' in outcome)) {
      return new SubmitDelegationSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
    }
    switch (outcome.refusal) {
      case 'head-missing':
        return new HeadMissing(say('HEAD_MISSING', locale));
      case 'submission-closed':
        return new SubmissionClosed(say('SUBMISSION_CLOSED', locale), new Date(outcome.closedAt));
      case 'invalid-transition':
        return noStep(outcome, locale);
      default:
        return notFoundOrChanged(outcome, locale);
    }
  }

  @Allow(signedIn)
  @Mutation(() => LeaveEditionResult, {
    description:
      'Declines an invitation before a focal point is designated. By whoever was invited to be one and administrators; to others there is no such delegation.',
  })
  declineInvitation(
    @Arg('input', () => LeaveEditionInput) input: LeaveEditionInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof LeaveEditionResult> {
    return leave(DelegationStatus.DECLINED, input, context);
  }

  @Allow(signedIn)
  @Mutation(() => LeaveEditionResult, {
    description:
      'Withdraws a delegation once a focal point is designated and until it is admitted. By its focal points and administrators; to others there is no such delegation.',
  })
  withdrawDelegation(
    @Arg('input', () => LeaveEditionInput) input: LeaveEditionInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof LeaveEditionResult> {
    return leave(DelegationStatus.WITHDRAWN, input, context);
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => ChangeQuotaResult, {
    description:
      'Gives a delegation more or fewer places in a category: no fewer than are used, and with all quotas of the edition no more than it has seats.',
  })
  async changeQuota(
    @Arg('input', () => ChangeQuotaInput) { delegationId, category, allocated, expectedVersion }: ChangeQuotaInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof ChangeQuotaResult> {
    if (!isQuota(allocated)) {
      return invalidInput(violationsOf([{ path: ['allocated'], problem: 'out-of-range' }], locale), locale);
    }
    const command = { viewer, delegationId, category, allocated, expectedVersion: expectedVersion ?? null };
    const outcome = await changeQuota(em, command, now());
    if (!('refusal' in outcome)) {
      return new ChangeQuotaSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
    }
    switch (outcome.refusal) {
      case 'quota-below-used':
        return new QuotaBelowUsed(say('QUOTA_BELOW_USED', locale, { used: outcome.used }), outcome.used);
      case 'quotas-exceed-capacity':
        return quotasExceed(outcome, locale);
      case 'delegation-over':
        return isOver(outcome, locale);
      default:
        return notFoundOrChanged(outcome, locale);
    }
  }
}

async function leave(
  to: Leaving,
  { delegationId, expectedVersion, ...input }: LeaveEditionInput,
  { em, viewer, locale, loaders, now }: DelegationsContext,
): Promise<typeof LeaveEditionResult> {
  const reason = input.reason ?? null;
  const violation = reasonViolation(reason, locale);
  if (violation) return invalidInput([violation], locale);
  const command = { viewer, delegationId, to, reason, expectedVersion: expectedVersion ?? null };
  const outcome = await leaveEdition(em, command, now());
  if (!('refusal' in outcome)) {
    return new LeaveEditionSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
  }
  return outcome.refusal === 'invalid-transition' ? noStep(outcome, locale) : notFoundOrChanged(outcome, locale);
}
