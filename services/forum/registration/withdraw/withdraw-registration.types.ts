import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { RegistrationType } from '../registration.types.ts';

@InputType({ description: 'Which registration is withdrawn.' })
export class WithdrawRegistrationInput {
  @Field(() => ID)
  readonly registrationId!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the registration that the client has read.' })
  readonly expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'One line for the audit trail, at most 500 characters. Write nothing about a person.',
  })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The registration is withdrawn. A seat it held is offered to the next in line.' })
export class WithdrawRegistrationSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

export const WithdrawRegistrationResult = createUnionType({
  name: 'WithdrawRegistrationResult',
  description: 'The withdrawn registration, or what stands in its way.',
  types: () =>
    [WithdrawRegistrationSuccess, RegistrationNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});
