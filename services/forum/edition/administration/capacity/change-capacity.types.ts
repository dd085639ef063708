import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, VersionConflict } from '../../../../shared/graph/user-error.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { EditionType } from '../../edition.types.ts';
import { CapacityBelowClaimed, EditionClosed, EXPECTED_VERSION } from '../administration.types.ts';

@InputType({ description: 'How many seats an edition has, and whether some are kept for delegations.' })
export class ChangeCapacityInput {
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => Int, {
    description: 'Seats, counted in people: not fewer than are claimed, offered and reserved for delegations.',
  })
  readonly capacity!: number;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether seats are kept for what quotas promise to delegations. As it is when absent; at first they are.',
  })
  readonly setsQuotasAside?: boolean | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The edition has these seats, and new ones are offered to those who wait.' })
export class ChangeCapacitySuccess {
  @Field(() => EditionType)
  readonly edition: EditionType;

  constructor(edition: EditionType) {
    this.edition = edition;
  }
}

export const ChangeCapacityResult = createUnionType({
  name: 'ChangeCapacityResult',
  description: 'The edition with its seats, or what stands in the way.',
  types: () =>
    [
      ChangeCapacitySuccess,
      CapacityBelowClaimed,
      EditionNotFound,
      EditionClosed,
      VersionConflict,
      InvalidInput,
    ] as const,
});
