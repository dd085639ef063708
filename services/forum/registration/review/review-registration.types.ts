import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { EditionFull } from '../register/register-for-forum.types.ts';
import { RegistrationType } from '../registration.types.ts';
import { ReviewDecision } from './review.rules.ts';

registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description: 'What an organiser decides about a registration.',
  valuesConfig: {
    APPROVE: { description: 'On a free seat, or into the queue. One that was reviewed again keeps its seat.' },
    REJECT: { description: 'Ends a registration under review.' },
    CANCEL: { description: 'Ends a registration that is confirmed, offered a seat, or waits.' },
  },
});

@InputType({ description: 'A decision about one registration.' })
export class ReviewRegistrationInput {
  @Field(() => ID)
  readonly registrationId!: string;
  @Field(() => ReviewDecision)
  readonly decision!: ReviewDecision;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version of the registration that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The decision is made; `status` says where it took the registration.' })
export class ReviewRegistrationSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

export const ReviewRegistrationResult = createUnionType({
  name: 'ReviewRegistrationResult',
  description: 'The reviewed registration, or what stands in its way.',
  types: () =>
    [
      ReviewRegistrationSuccess,
      RegistrationNotFound,
      EditionFull,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
