import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import { InvalidInput, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { NetworkSector } from '../../sector/sector.types.ts';
import { NAME_LENGTH, OrganisationStatus } from '../organisation.rules.ts';
import { OrganisationNotFound, OrganisationSuccess } from '../organisation.types.ts';

@InputType({ description: 'A submitted organisation as it should be: all of it, not only what changes.' })
export class CorrectOrganisationInput {
  @Field(() => ID)
  readonly organisationId!: string;
  @Field(() => [LocalizedTextInput], {
    description: `In at least one language; at most ${NAME_LENGTH} characters each.`,
  })
  readonly name!: LocalizedTextInput[];
  @Field(() => String, { description: 'ISO 3166-2: `KZ-75`.' })
  readonly regionCode!: string;
  @Field(() => NetworkSector)
  readonly sector!: NetworkSector;
  @Field(() => String, {
    nullable: true,
    description: 'A link that begins with `https:` or `http:`. Absent: it has none.',
  })
  readonly webAddress?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version it was made from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({
  implements: UserError,
  description: 'The organisation has been decided about, and stays as it was decided.',
})
export class OrganisationDecided extends UserError {
  @Field(() => OrganisationStatus, { description: 'Where it is.' })
  readonly status: OrganisationStatus;

  constructor(message: string, status: OrganisationStatus) {
    super('ORGANISATION_DECIDED', message);
    this.status = status;
  }
}

export const CorrectOrganisationResult = createUnionType({
  name: 'CorrectOrganisationResult',
  description: 'The organisation, which still waits for a decision, or what stands in the way.',
  types: () => [OrganisationSuccess, OrganisationNotFound, OrganisationDecided, VersionConflict, InvalidInput] as const,
});
