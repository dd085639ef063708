/** How somebody was assessed. */
export enum AssessmentMethod {
  INTERVIEW = 'INTERVIEW',
  TEST = 'TEST',
  DESK_REVIEW = 'DESK_REVIEW',
}

/** What is looked at in a candidate. */
export enum AssessmentCriterion {
  MOTIVATION = 'MOTIVATION',
  SKILLS = 'SKILLS',
  LANGUAGES = 'LANGUAGES',
  EXPERIENCE = 'EXPERIENCE',
  ADAPTABILITY = 'ADAPTABILITY',
}

/** What an assessor would do. */
export enum AssessmentRecommendation {
  PREFER = 'PREFER',
  RESERVE = 'RESERVE',
  REJECT = 'REJECT',
}

/** What binds an assessor to a candidate. A kind and no story: it is about two people. */
export enum InterestNature {
  FAMILY = 'FAMILY',
  PERSONAL = 'PERSONAL',
  PROFESSIONAL = 'PROFESSIONAL',
  FINANCIAL = 'FINANCIAL',
  OTHER = 'OTHER',
}

export interface CriterionScore {
  readonly criterion: AssessmentCriterion;
  /** 1 to 5. */
  readonly score: number;
}

/** What an assessor gives: a score as a whole, by criterion, or both. */
export interface GivenScores {
  readonly score: number | null;
  readonly criteria: readonly CriterionScore[];
  readonly comment: string | null;
}

export const COMMENT_LENGTH = 2000;
const LOWEST = 1;
const HIGHEST = 5;

export interface ScoreViolation {
  readonly path: readonly string[];
  readonly problem: 'SCORE_REQUIRED' | 'SCORE_OUT_OF_RANGE' | 'CRITERION_TWICE' | 'TOO_LONG';
}

/** Everything that is wrong with what an assessor gives. */
export function checkScores({ score, criteria, comment }: GivenScores): ScoreViolation[] {
  const violations: ScoreViolation[] = [];
  if (score === null && criteria.length === 0) violations.push({ path: ['score'], problem: 'SCORE_REQUIRED' });
  if (score !== null && !isScore(score)) violations.push({ path: ['score'], problem: 'SCORE_OUT_OF_RANGE' });
  criteria.forEach((one, index) => {
    const path = ['criteria', String(index)];
    if (!isScore(one.score)) violations.push({ path: [...path, 'score'], problem: 'SCORE_OUT_OF_RANGE' });
    const isRepeated = criteria.findIndex(({ criterion }) => criterion === one.criterion) < index;
    if (isRepeated) violations.push({ path: [...path, 'criterion'], problem: 'CRITERION_TWICE' });
  });
  if ([...(comment ?? '')].length > COMMENT_LENGTH) violations.push({ path: ['comment'], problem: 'TOO_LONG' });
  return violations;
}

/** The score as a whole: as it is given, or the rounded mean of the criteria. The scores have nothing wrong. */
export function overallScore({ score, criteria }: GivenScores): number {
  return score ?? Math.round(criteria.reduce((sum, one) => sum + one.score, 0) / criteria.length);
}

function isScore(score: number): boolean {
  return score >= LOWEST && score <= HIGHEST;
}
