import { defineEntity, p } from '@mikro-orm/core';
import { AssessmentMethod, AssessmentRecommendation, type CriterionScore, InterestNature } from './assessment.rules.ts';

export const DeclaredInterestSchema = defineEntity({
  name: 'DeclaredInterest',
  properties: {
    applicationId: p.text().primary(),
    declaredById: p.text().primary(),
    hasConflict: p.boolean(),
    /** Null where there is no conflict, and where they do not say. */
    nature: p.enum(() => InterestNature).nullable(),
    declaredAt: p.datetime(),
  },
});

/** What somebody who assesses has declared about their interest in an applicant. */
export class DeclaredInterest extends DeclaredInterestSchema.class {}
DeclaredInterestSchema.setClass(DeclaredInterest);

export const AssessmentSchema = defineEntity({
  name: 'Assessment',
  properties: {
    id: p.text().primary(),
    applicationId: p.text(),
    assessedById: p.text(),
    method: p.enum(() => AssessmentMethod),
    /** As a whole, 1 to 5. */
    score: p.integer(),
    criteria: p.json<readonly CriterionScore[]>(),
    recommendation: p.enum(() => AssessmentRecommendation),
    comment: p.text().nullable(),
    assessedAt: p.datetime(),
  },
});

/** What an assessor thinks of an applicant, by one method. Only those who choose read it. */
export class Assessment extends AssessmentSchema.class {}
AssessmentSchema.setClass(Assessment);
