import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { AssessmentMethod, AssessmentRecommendation, CriterionScore } from './assessment.rules.ts';

/** An assessment as the graph reads it. */
export interface AssessmentRow {
  readonly key: string;
  readonly id: string;
  readonly assessed_by_id: string;
  readonly method: AssessmentMethod;
  readonly score: number;
  readonly criteria: readonly CriterionScore[];
  readonly recommendation: AssessmentRecommendation;
  readonly comment: string | null;
  readonly assessed_at: Date;
}

const ASSESSMENTS = statement(
  'assessments',
  `select application_id as key, id, assessed_by_id, method, score, criteria, recommendation, comment, assessed_at
   from assessment where application_id = any($1::text[]) order by application_id, assessed_at, id`,
);

export interface AssessmentLoaders {
  /** Assessments of an application, the earliest first. */
  readonly assessmentsByApplicationId: DataLoader<string, AssessmentRow[]>;
}

export function assessmentLoaders(read: Reader): AssessmentLoaders {
  return { assessmentsByApplicationId: keyedListLoader<AssessmentRow>(read, ASSESSMENTS) };
}
