import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { InvalidInput, InvalidTransition, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DelegationRole, QuotaCategory } from '../../nomination/nomination.rules.ts';
import { DelegationType } from '../delegation.types.ts';
import { DelegationNotFound, DelegationOver, QuotasExceedCapacity } from '../delegation-refusals.types.ts';

const EXPECTED_VERSION = '`version` of the delegation that the client has read.';

@InputType({ description: 'Which delegation is handed in.' })
export class SubmitDelegationInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which delegation does not come.' })
export class LeaveEditionInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'How many places a delegation has in a category from now on.' })
export class ChangeQuotaInput {
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => QuotaCategory)
  readonly category!: QuotaCategory;
  @Field(() => Int, { description: 'In people, from 0 to 1000, and no fewer than are used.' })
  readonly allocated!: number;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The delegation is handed in.' })
export class SubmitDelegationSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ description: 'The delegation does not come.' })
export class LeaveEditionSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ description: 'The quota is changed.' })
export class ChangeQuotaSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ implements: UserError, description: 'The delegation has no head.' })
export class HeadMissing extends UserError {
  @Field(() => DelegationRole, { description: 'The role in which to nominate somebody first.' })
  readonly role: DelegationRole = DelegationRole.HEAD;

  constructor(message: string) {
    super('HEAD_MISSING', message);
  }
}

@ObjectType({ implements: UserError, description: 'The deadline for credentials has passed.' })
export class SubmissionClosed extends UserError {
  @Field(() => DateTime, { description: 'The deadline.' })
  readonly closedAt: Date;

  constructor(message: string, closedAt: Date) {
    super('SUBMISSION_CLOSED', message);
    this.closedAt = closedAt;
  }
}

@ObjectType({ implements: UserError, description: 'More places than this are used.' })
export class QuotaBelowUsed extends UserError {
  @Field(() => Int, { description: 'Used places, in people: the least quota possible at present.' })
  readonly used: number;

  constructor(message: string, used: number) {
    super('QUOTA_BELOW_USED', message);
    this.used = used;
  }
}

export const SubmitDelegationResult = createUnionType({
  name: 'SubmitDelegationResult',
  description: 'The submitted delegation, or what stands in the way.',
  types: () =>
    [
      SubmitDelegationSuccess,
      DelegationNotFound,
      HeadMissing,
      SubmissionClosed,
      InvalidTransition,
      VersionConflict,
    ] as const,
});

export const LeaveEditionResult = createUnionType({
  name: 'LeaveEditionResult',
  description: 'The delegation that does not come, or what stands in the way.',
  types: () => [LeaveEditionSuccess, DelegationNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});

export const ChangeQuotaResult = createUnionType({
  name: 'ChangeQuotaResult',
  description: 'The delegation with its quotas, or what stands in the way.',
  types: () =>
    [
      ChangeQuotaSuccess,
      DelegationNotFound,
      DelegationOver,
      QuotaBelowUsed,
      QuotasExceedCapacity,
      VersionConflict,
      InvalidInput,
    ] as const,
});
