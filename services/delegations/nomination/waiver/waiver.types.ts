import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { NominationType } from '../nomination.types.ts';
import { NominationClosed, NominationNotFound } from '../refusal/nomination-refusals.types.ts';

@InputType({ description: 'Whom one more substitution is allowed.' })
export class WaiveSubstitutionLimitInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, {
    description:
      'The nomination that `AlreadySubstituted` names: of somebody who has replaced another one, or was replaced.',
  })
  readonly nominationId!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

@ObjectType({ description: 'One more substitution is allowed. It is used up by the next one.' })
export class WaiveSubstitutionLimitSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The nominee has neither been replaced nor has replaced anybody: they may be substituted as it is.',
})
export class SubstitutionNotLimited extends UserError {
  constructor(message: string) {
    super('SUBSTITUTION_NOT_LIMITED', message);
  }
}

export const WaiveSubstitutionLimitResult = createUnionType({
  name: 'WaiveSubstitutionLimitResult',
  description: 'The nomination with its waiver, or what stands in the way.',
  types: () =>
    [
      WaiveSubstitutionLimitSuccess,
      NominationNotFound,
      NominationClosed,
      SubstitutionNotLimited,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
