import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  FourEyesRequired,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { NominationType } from '../../nomination/nomination.types.ts';
import {
  HeadSuccessorNeeded,
  NominationClosed,
  NominationNotFound,
} from '../../nomination/refusal/nomination-refusals.types.ts';
import { CredentialsDecision, CredentialsItem, NOTE_LENGTH } from '../credentials.rules.ts';
import { CredentialsIncomplete, CredentialsTaken } from '../credentials-refusals.types.ts';

@InputType({ description: 'One line of the checklist, as it is ticked.' })
export class CredentialsCheckInput {
  @Field(() => CredentialsItem)
  readonly item!: CredentialsItem;
  @Field(() => Boolean)
  readonly met!: boolean;
}

@InputType({ description: 'What is decided about whose credentials.' })
export class VerifyCredentialsInput {
  @Field(() => ID)
  readonly nominationId!: string;
  @Field(() => CredentialsDecision)
  readonly decision!: CredentialsDecision;
  @Field(() => [CredentialsCheckInput], {
    description: 'Each item at most once. What is not named stays as it was ticked before.',
  })
  readonly checklist!: CredentialsCheckInput[];
  @Field(() => String, {
    nullable: true,
    description: `What the nominee and whoever composes the delegation read. Needed to hold, return and reject. At most ${NOTE_LENGTH} characters.`,
  })
  readonly note?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'It is decided; `credentials.missing` says what is still to come.' })
export class VerifyCredentialsSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

export const VerifyCredentialsResult = createUnionType({
  name: 'VerifyCredentialsResult',
  description: 'The nomination with its credentials, or what stands in the way.',
  types: () =>
    [
      VerifyCredentialsSuccess,
      NominationNotFound,
      FourEyesRequired,
      CredentialsTaken,
      CredentialsIncomplete,
      HeadSuccessorNeeded,
      NominationClosed,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
