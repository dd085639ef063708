import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ApplicationType } from '../../application/application.types.ts';
import { ApplicationNotFound } from '../../application/refusals.types.ts';
import {
  AlreadyAssessed,
  ConflictOfInterest,
  InterestNotDeclared,
} from '../../selection/refusal/pipeline-refusals.types.ts';
import {
  AssessmentCriterion,
  AssessmentMethod,
  AssessmentRecommendation,
  COMMENT_LENGTH,
} from '../assessment.rules.ts';

@InputType({ description: 'A score by one criterion.' })
export class CriterionScoreInput {
  @Field(() => AssessmentCriterion, { description: 'Each at most once.' })
  readonly criterion!: AssessmentCriterion;
  @Field(() => Int, { description: '1 to 5.' })
  readonly score!: number;
}

@InputType({ description: 'What an assessor thinks of an applicant.' })
export class AssessApplicationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input give the same answer again.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => AssessmentMethod)
  readonly method!: AssessmentMethod;
  @Field(() => Int, {
    nullable: true,
    description: 'As a whole, 1 to 5. The rounded mean of the criteria when absent; one of the two is needed.',
  })
  readonly score?: number | null;
  @Field(() => [CriterionScoreInput], { nullable: true })
  readonly criteria?: CriterionScoreInput[] | null;
  @Field(() => String, { nullable: true, description: `At most ${COMMENT_LENGTH} characters. For those who choose.` })
  readonly comment?: string | null;
  @Field(() => AssessmentRecommendation)
  readonly recommendation!: AssessmentRecommendation;
}

@ObjectType({ description: 'The applicant is assessed.' })
export class AssessApplicationSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const AssessApplicationResult = createUnionType({
  name: 'AssessApplicationResult',
  description: 'The application with its assessments, or what stands in the way.',
  types: () =>
    [
      AssessApplicationSuccess,
      ApplicationNotFound,
      InvalidTransition,
      ConflictOfInterest,
      InterestNotDeclared,
      AlreadyAssessed,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

@InputType({ description: 'Whom nobody will assess.' })
export class MarkNotToBeAssessedInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'Version of the application that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The applicant is not selected: others fitted better.' })
export class MarkNotToBeAssessedSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const MarkNotToBeAssessedResult = createUnionType({
  name: 'MarkNotToBeAssessedResult',
  description: 'The application, or what stands in the way.',
  types: () =>
    [
      MarkNotToBeAssessedSuccess,
      ApplicationNotFound,
      InvalidTransition,
      ConflictOfInterest,
      InterestNotDeclared,
      VersionConflict,
      InvalidInput,
    ] as const,
});
