import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FourEyesRequired, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { NominationType } from '../../nomination/nomination.types.ts';
import { NominationClosed, NominationNotFound } from '../../nomination/refusal/nomination-refusals.types.ts';
import { CredentialsTaken } from '../credentials-refusals.types.ts';

@InputType({ description: 'Whose credentials an officer takes up, or gives back.' })
export class CredentialsWorkInput {
  @Field(() => ID)
  readonly nominationId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the nomination that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The viewer works on these credentials.' })
export class TakeCredentialsSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

@ObjectType({ description: 'Nobody works on these credentials: another officer may take them.' })
export class ReleaseCredentialsSuccess {
  @Field(() => NominationType)
  readonly nomination: NominationType;

  constructor(nomination: NominationType) {
    this.nomination = nomination;
  }
}

export const TakeCredentialsResult = createUnionType({
  name: 'TakeCredentialsResult',
  description: 'The nomination that is taken up, or what stands in the way.',
  types: () =>
    [
      TakeCredentialsSuccess,
      NominationNotFound,
      FourEyesRequired,
      CredentialsTaken,
      NominationClosed,
      InvalidTransition,
      VersionConflict,
    ] as const,
});

export const ReleaseCredentialsResult = createUnionType({
  name: 'ReleaseCredentialsResult',
  description: 'The nomination that is given back, or what stands in the way.',
  types: () =>
    [
      ReleaseCredentialsSuccess,
      NominationNotFound,
      FourEyesRequired,
      CredentialsTaken,
      NominationClosed,
      InvalidTransition,
      VersionConflict,
    ] as const,
});
