import { Field, Int, ObjectType } from 'type-graphql';
import {
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
  Violation,
} from '../../shared/graph/user-error.ts';
import { DelegationStatus } from './delegation.rules.ts';
import { IDEMPOTENCY_KEY_LENGTH, type InvitationViolation, QUOTA_AT_MOST } from './invitation/invitation.rules.ts';
import type { NoDelegation, NoStep, DelegationOver as Over } from './lock-delegation.ts';
import { type delegationMessages, say } from './messages.ts';
import type { QuotasExceed } from './reserve/capacity.rules.ts';

@ObjectType({
  implements: UserError,
  description: 'There is no such delegation that the viewer may act for. The delegation of another state is none.',
})
export class DelegationNotFound extends UserError {
  constructor(message: string) {
    super('DELEGATION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The delegation does not come, or has been: nothing of it changes.' })
export class DelegationOver extends UserError {
  @Field(() => DelegationStatus)
  readonly status: DelegationStatus;

  constructor(message: string, status: DelegationStatus) {
    super('DELEGATION_OVER', message);
    this.status = status;
  }
}

@ObjectType({
  implements: UserError,
  description: 'All quotas of the edition together would promise more seats than it has.',
})
export class QuotasExceedCapacity extends UserError {
  @Field(() => Int, { description: 'Seats of the edition, in people.' })
  readonly capacity: number;
  @Field(() => Int, { description: 'Places that quotas promise already, without those asked for.' })
  readonly allocated: number;
  @Field(() => Int, { description: 'The most places that can still be given.' })
  readonly free: number;

  constructor(message: string, { capacity, allocated, free }: Omit<QuotasExceed, 'refusal'>) {
    super('QUOTAS_EXCEED_CAPACITY', message);
    this.capacity = capacity;
    this.allocated = allocated;
    this.free = free;
  }
}

/** Words a refusal that any act on a delegation may meet. */
export function notFoundOrChanged(refusal: NoDelegation, locale: string): DelegationNotFound | VersionConflict {
  if (refusal.refusal === 'delegation-not-found') return new DelegationNotFound(say('DELEGATION_NOT_FOUND', locale));
  return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
}

export function noStep(refusal: NoStep, locale: string): InvalidTransition {
  const { from, to } = refusal;
  return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
}

export function isOver({ status }: Over, locale: string): DelegationOver {
  return new DelegationOver(say('DELEGATION_OVER', locale, { status }), status);
}

export function quotasExceed(refusal: QuotasExceed, locale: string): QuotasExceedCapacity {
  const { capacity, allocated, free } = refusal;
  return new QuotasExceedCapacity(say('QUOTAS_EXCEED_CAPACITY', locale, { capacity, allocated, free }), refusal);
}

type Code = keyof typeof delegationMessages;

const problems: Record<InvitationViolation['problem'], readonly [Code, number]> = {
  blank: ['BLANK', 0],
  'too-long': ['TOO_LONG', IDEMPOTENCY_KEY_LENGTH],
  'out-of-range': ['OUT_OF_RANGE', QUOTA_AT_MOST],
  repeated: ['REPEATED', 0],
  'unknown-country': ['UNKNOWN_COUNTRY', 0],
};

/** What is wrong with an input, in the viewer's language. */
export function violationsOf(found: readonly InvitationViolation[], locale: string): Violation[] {
  return found.map(({ path, problem }) => {
    const [code, maximum] = problems[problem];
    return new Violation(['input', ...path], code, say(code, locale, { maximum }));
  });
}

/** The refusal of an input with these violations. */
export function invalidInput(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}
