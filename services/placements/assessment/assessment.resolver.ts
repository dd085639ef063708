import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { applicationActorOf } from '../application/application.resolver.ts';
import { ApplicationType } from '../application/application.types.ts';
import type { PlacementsContext } from '../context.ts';
import { AssessmentType } from './assessment.types.ts';

@Resolver(() => ApplicationType)
export class ApplicationAssessmentsResolver {
  @FieldResolver(() => [AssessmentType], {
    nullable: true,
    description:
      'What assessors think of the applicant, the earliest first. Null for whoever does not choose: the applicant learns the outcome alone.',
  })
  async assessments(
    @Root() { id, row }: ApplicationType,
    @Ctx() { loaders, viewer }: PlacementsContext,
  ): Promise<AssessmentType[] | null> {
    const actor = applicationActorOf(viewer, row);
    if (actor === null || actor === 'volunteer') return null;
    const rows = await loaders.assessmentsByApplicationId.load(id);
    return rows.map((one) => new AssessmentType(one));
  }
}
