import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import type { AssessmentRow } from './assessment.loaders.ts';
import {
  AssessmentCriterion,
  AssessmentMethod,
  AssessmentRecommendation,
  type CriterionScore,
  InterestNature,
} from './assessment.rules.ts';

registerEnumType(AssessmentMethod, { name: 'AssessmentMethod', description: 'How an applicant is assessed.' });
registerEnumType(AssessmentCriterion, {
  name: 'AssessmentCriterion',
  description: 'What is looked at in an applicant.',
});
registerEnumType(AssessmentRecommendation, {
  name: 'AssessmentRecommendation',
  description: 'What an assessor would do with an applicant.',
});
registerEnumType(InterestNature, {
  name: 'InterestNature',
  description: 'What binds somebody who assesses to an applicant.',
});

@ObjectType('CriterionScore', { description: 'How an applicant does by one criterion.' })
export class CriterionScoreType {
  @Field(() => AssessmentCriterion)
  readonly criterion: AssessmentCriterion;
  @Field(() => Int, { description: '1 to 5.' })
  readonly score: number;

  constructor({ criterion, score }: CriterionScore) {
    this.criterion = criterion;
    this.score = score;
  }
}

@ObjectType('Assessment', { description: 'What an assessor thinks of an applicant. Never shown to the applicant.' })
export class AssessmentType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => AssessmentMethod)
  readonly method: AssessmentMethod;
  @Field(() => Int, { description: 'As a whole, 1 to 5.' })
  readonly score: number;
  @Field(() => [CriterionScoreType])
  readonly criteria: readonly CriterionScoreType[];
  @Field(() => AssessmentRecommendation)
  readonly recommendation: AssessmentRecommendation;
  @Field(() => String, { nullable: true, description: 'Null where nothing was written.' })
  readonly comment: string | null;
  @Field(() => DateTime)
  readonly assessedAt: Date;
  @Field(() => PersonReference, {
    nullable: true,
    description: 'Who assessed. Null while the service that owns people is out of reach.',
  })
  readonly assessedBy: PersonReference;

  constructor(row: AssessmentRow) {
    this.id = row.id;
    this.method = row.method;
    this.score = row.score;
    this.criteria = row.criteria.map((one) => new CriterionScoreType(one));
    this.recommendation = row.recommendation;
    this.comment = row.comment;
    this.assessedAt = row.assessed_at;
    this.assessedBy = new PersonReference(row.assessed_by_id);
  }
}
