import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidTransition, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { EditionStatus } from '../../edition.rules.ts';
import { EditionType } from '../../edition.types.ts';
import { EditionIncomplete, EditionNotBegun, EditionNotOver, EXPECTED_VERSION } from '../administration.types.ts';

@InputType({ description: 'Where to take an edition. `ForumEdition.allowedTransitions` tells what is possible.' })
export class ChangeEditionStatusInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => EditionStatus)
  readonly to!: EditionStatus;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The edition is where the input asked, with all that follows.' })
export class ChangeEditionStatusSuccess {
  @Field(() => EditionType)
  readonly edition: EditionType;

  constructor(edition: EditionType) {
    this.edition = edition;
  }
}

export const ChangeEditionStatusResult = createUnionType({
  name: 'ChangeEditionStatusResult',
  description: 'The edition, or what stands in the way of the step.',
  types: () =>
    [
      ChangeEditionStatusSuccess,
      InvalidTransition,
      EditionNotFound,
      EditionIncomplete,
      EditionNotBegun,
      EditionNotOver,
      VersionConflict,
    ] as const,
});
