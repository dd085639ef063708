import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { AssessApplicationResolver } from './assess/assess-application.resolver.ts';
import { AssessmentSchema, DeclaredInterestSchema } from './assessment.entity.ts';
import { ApplicationAssessmentsResolver } from './assessment.resolver.ts';
import { DeclareInterestResolver } from './interest/declare-interest.resolver.ts';

/** What hosts and officers think of applicants, and who may not say. */
export const assessmentPart: ServicePart<PlacementsContext> = {
  entities: [AssessmentSchema, DeclaredInterestSchema],
  resolvers: [ApplicationAssessmentsResolver, DeclareInterestResolver, AssessApplicationResolver],
};
