import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { NominationType } from '../nomination.types.ts';
import { AlternateStandsBy, NominationClosed, NominationNotFound } from '../refusal/nomination-refusals.types.ts';

@InputType({ description: 'Which nomination its nominee confirms.' })
export class ConfirmNominationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly nominationId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({
  description:
    'The nominee has confirmed. The nomination is `CLAIMING` until the forum answers, in moments: then `CONFIRMED`, or `NOMINATED` again with a `claimRefusal`.',
})
export class ConfirmNominationSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

export const ConfirmNominationResult = createUnionType({
  name: 'ConfirmNominationResult',
  description: 'The confirmed nomination, or what stands in its way.',
  types: () =>
    [
      ConfirmNominationSuccess,
      NominationNotFound,
      NominationClosed,
      AlternateStandsBy,
      InvalidTransition,
      VersionConflict,
      IdempotencyKeyReused,
    ] as const,
});
