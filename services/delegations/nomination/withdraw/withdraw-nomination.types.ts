import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { NominationType } from '../nomination.types.ts';
import { HeadSuccessorNeeded, NominationNotFound } from '../refusal/nomination-refusals.types.ts';

@InputType({ description: 'Which nomination is withdrawn.' })
export class WithdrawNominationInput {
  @Field(() => ID)
  readonly nominationId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The nomination is withdrawn, its place of the quota and its seat in the forum are free.' })
export class WithdrawNominationSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

export const WithdrawNominationResult = createUnionType({
  name: 'WithdrawNominationResult',
  description: 'The withdrawn nomination, or what stands in its way.',
  types: () =>
    [
      WithdrawNominationSuccess,
      NominationNotFound,
      HeadSuccessorNeeded,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
