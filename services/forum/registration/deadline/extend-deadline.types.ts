import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { EditionNotFound } from '../register/register-for-forum.types.ts';
import { PersonReference } from '../registration.types.ts';

@InputType({ description: 'Whose deadline is moved, for which edition, and how far.' })
export class ExtendRegistrationDeadlineInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => ID)
  readonly personId!: string;
  @Field(() => DateTime, { description: 'In the future, and not after the edition starts.' })
  readonly until!: Date;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The person may register, and change their registration, until then.' })
export class ExtendRegistrationDeadlineSuccess {
  @Field(() => PersonReference, { nullable: true })
  readonly person: PersonReference;
  @Field(() => DateTime)
  readonly until: Date;

  constructor(personId: string, until: Date) {
    this.person = new PersonReference(personId);
    this.until = until;
  }
}

export const ExtendRegistrationDeadlineResult = createUnionType({
  name: 'ExtendRegistrationDeadlineResult',
  description: 'The new deadline, or what stands in its way.',
  types: () => [ExtendRegistrationDeadlineSuccess, EditionNotFound, InvalidInput] as const,
});
