import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../../shared/graph/user-error.ts';
import { RegistrationStatus } from '../registration.rules.ts';

@ObjectType({ implements: UserError, description: 'There is no such registration that the viewer may see.' })
export class RegistrationNotFound extends UserError {
  constructor(message: string) {
    super('REGISTRATION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'It is for people whose registration for the edition is confirmed.' })
export class RegistrationNotConfirmed extends UserError {
  @Field(() => RegistrationStatus, {
    nullable: true,
    description: 'Where the registration is. Null for whoever has none.',
  })
  readonly status: RegistrationStatus | null;

  constructor(message: string, status: RegistrationStatus | null) {
    super('REGISTRATION_NOT_CONFIRMED', message);
    this.status = status;
  }
}
