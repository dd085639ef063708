import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { NominationType } from '../../nomination/nomination.types.ts';
import { NomineeLatinNameInput, NomineeNativeNameInput } from '../../nomination/nominee/nominee.types.ts';
import { NominationClosed, NominationNotFound } from '../../nomination/refusal/nomination-refusals.types.ts';

@InputType({ description: 'Who is put forward again, and how they are spelt.' })
export class ResubmitNominationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly nominationId!: string;
  @Field(() => NomineeNativeNameInput, { nullable: true, description: 'Absent: as it is.' })
  readonly nativeName?: NomineeNativeNameInput | null;
  @Field(() => NomineeLatinNameInput, {
    nullable: true,
    description: 'As the passport prints it: letters A to Z, spaces, hyphens and apostrophes. Absent: as it is.',
  })
  readonly latinName?: NomineeLatinNameInput | null;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The credentials wait to be checked anew.' })
export class ResubmitNominationSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

export const ResubmitNominationResult = createUnionType({
  name: 'ResubmitNominationResult',
  description: 'The nomination that is put forward again, or what stands in the way.',
  types: () =>
    [
      ResubmitNominationSuccess,
      NominationNotFound,
      NominationClosed,
      InvalidTransition,
      VersionConflict,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
