import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../../shared/graph/user-error.ts';
import { OrganisationNotFound, OrganisationSuccess } from '../organisation.types.ts';

@InputType({ description: 'Somebody who is to act for an organisation, or to cease to.' })
export class RepresentativeInput {
  @Field(() => ID)
  readonly organisationId!: string;
  @Field(() => ID, { description: 'ID of the person, which they see themselves as `me { id }`.' })
  readonly personId!: string;
}

@ObjectType({ implements: UserError, description: 'This person does not act for the organisation.' })
export class NotARepresentative extends UserError {
  constructor(message: string) {
    super('NOT_A_REPRESENTATIVE', message);
  }
}

@ObjectType({ implements: UserError, description: 'Nobody else acts for the organisation. Add another one first.' })
export class LastRepresentative extends UserError {
  constructor(message: string) {
    super('LAST_REPRESENTATIVE', message);
  }
}

export const ChangeRepresentativesResult = createUnionType({
  name: 'ChangeRepresentativesResult',
  description: 'The organisation, or what stands in the way.',
  types: () => [OrganisationSuccess, OrganisationNotFound, NotARepresentative, LastRepresentative] as const,
});
