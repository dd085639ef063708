import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { ApplicationNotFound } from '../../application/refusals.types.ts';
import { ConflictOfInterest } from '../../selection/refusal/pipeline-refusals.types.ts';
import { InterestNature } from '../assessment.rules.ts';

@InputType({ description: 'Whether the signed-in person has an interest in an applicant.' })
export class DeclareInterestInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => Boolean, { description: 'True for a conflict of interest: they will not assess this applicant.' })
  readonly hasConflict!: boolean;
  @Field(() => InterestNature, {
    nullable: true,
    description: 'Of a conflict; absent where they would rather not say.',
  })
  readonly nature?: InterestNature | null;
}

@ObjectType({ description: 'The declaration is noted.' })
export class DeclareInterestSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const DeclareInterestResult = createUnionType({
  name: 'DeclareInterestResult',
  description: 'The application, or what stands in the way.',
  types: () => [DeclareInterestSuccess, ApplicationNotFound, ConflictOfInterest, InvalidInput] as const,
});
