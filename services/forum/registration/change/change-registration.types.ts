import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Locale } from '../../../shared/graph/scalars.ts';
import { InvalidInput, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { ConsentInput } from '../register/register-for-forum.types.ts';
import { AFFILIATION_LENGTH, NEEDS_LENGTH } from '../register/registration-input.rules.ts';
import { RegistrationType } from '../registration.types.ts';

@InputType({ description: 'A registration as it shall be from now on: what is left out is emptied.' })
export class ChangeRegistrationInput {
  @Field(() => ID)
  readonly registrationId!: string;
  @Field(() => String, { nullable: true, description: `Organisation. At most ${AFFILIATION_LENGTH} characters.` })
  readonly affiliation?: string | null;
  @Field(() => String, { nullable: true, description: `At most ${NEEDS_LENGTH} characters.` })
  readonly dietaryNeeds?: string | null;
  @Field(() => String, { nullable: true, description: `At most ${NEEDS_LENGTH} characters.` })
  readonly accessibilityNeeds?: string | null;
  @Field(() => Locale, { nullable: true, description: 'Language the person would like to hear.' })
  readonly interpretationLanguage?: string | null;
  @Field(() => [ConsentInput], { description: 'Consents from now on; one that is left out is withdrawn.' })
  readonly consents!: ConsentInput[];
  @Field(() => Int, { nullable: true, description: 'Version of the registration that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The registration as it is now.' })
export class ChangeRegistrationSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The registration has ended, or the deadline for changes has passed.',
})
export class ModificationClosed extends UserError {
  @Field(() => DateTime, { nullable: true, description: 'The deadline. Null where the registration has ended.' })
  readonly closedAt: Date | null;

  constructor(message: string, closedAt: Date | null) {
    super('MODIFICATION_CLOSED', message);
    this.closedAt = closedAt;
  }
}

export const ChangeRegistrationResult = createUnionType({
  name: 'ChangeRegistrationResult',
  description: 'The changed registration, or what stands in its way.',
  types: () =>
    [ChangeRegistrationSuccess, RegistrationNotFound, ModificationClosed, VersionConflict, InvalidInput] as const,
});
