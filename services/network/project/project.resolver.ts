import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { anyone, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { NetworkContext } from '../context.ts';
import { regionAsked } from '../form/asked.ts';
import { actorsOf, moderates, stepsFrom } from '../form/step.rules.ts';
import { OrganisationType } from '../organisation/organisation.types.ts';
import { organisationSeen } from '../organisation/seen-organisation.types.ts';
import { ProjectStatus, PUBLIC_PROJECTS, projectTransitions } from './project.rules.ts';
import { ProjectConnection, ProjectsArgs, ProjectType, projectKey, projectSeen } from './project.types.ts';

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Allow(anyone)
  @Query(() => ProjectConnection, { description: 'The register of projects, those that begin last first.' })
  async projects(@Args(() => ProjectsArgs) asked: ProjectsArgs, @Ctx() context: NetworkContext) {
    const { loaders, viewer } = context;
    const filter = await filterOf(asked, moderates(viewer), context);
    const cut = await loaders.projects.load({ owner: 'all', filter, page: pageOf(asked, 2) });
    return ProjectConnection.counted(
      cut,
      projectKey,
      (row) => new ProjectType(row),
      () => loaders.projectCount.load({ owner: 'all', filter }),
    );
  }

  @Allow(anyone)
  @Query(() => ProjectType, {
    nullable: true,
    description: 'Null where there is none, or none that the viewer may see.',
  })
  async project(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<ProjectType | null> {
    const row = await loaders.projectById.load(id);
    return row && projectSeen(row, viewer);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no title is written.' })
  title(
    @Root() { row }: ProjectType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(row.title, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where it is not described.' })
  description(
    @Root() { row }: ProjectType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(row.description, locale ?? context.locale);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'Whose it is. Null where the organisation is not public any more.',
  })
  async organisation(
    @Root() { row }: ProjectType,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<OrganisationType | null> {
    const organisation = await loaders.organisationById.load(row.organisation_id);
    return organisation && organisationSeen(organisation, viewer);
  }

  @FieldResolver(() => Int, { description: 'How many take part at this moment.' })
  async participantCount(@Root() { id }: ProjectType, @Ctx() { loaders }: NetworkContext): Promise<number> {
    return (await loaders.totalsByProject.load(id))?.participants ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many people take part or ever did, each once.' })
  async volunteerCount(@Root() { id }: ProjectType, @Ctx() { loaders }: NetworkContext): Promise<number> {
    return (await loaders.totalsByProject.load(id))?.volunteers ?? 0;
  }

  @FieldResolver(() => Int, { description: 'What volunteers gave to it, in minutes that its organisation verified.' })
  async verifiedMinutes(@Root() { id }: ProjectType, @Ctx() { loaders }: NetworkContext): Promise<number> {
    return (await loaders.totalsByProject.load(id))?.verified_minutes ?? 0;
  }

  @FieldResolver(() => [ProjectStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(@Root() { row }: ProjectType, @Ctx() { viewer }: NetworkContext): ProjectStatus[] {
    return stepsFrom(projectTransitions, row.status, actorsOf(viewer, row.representative_ids));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was last moved. For its organisation and administrators; null for others.',
  })
  decisionReason(@Root() { row }: ProjectType, @Ctx() { viewer }: NetworkContext): string | null {
    return actorsOf(viewer, row.representative_ids).length > 0 ? row.decision_reason : null;
  }
}

@Resolver(() => OrganisationType)
export class OrganisationProjectsResolver {
  @FieldResolver(() => ProjectConnection, { description: 'Its projects, those that begin last first.' })
  async projects(
    @Root() { id: owner, row }: OrganisationType,
    @Args(() => ProjectsArgs) asked: ProjectsArgs,
    @Ctx() context: NetworkContext,
  ) {
    const { loaders } = context;
    const filter = await filterOf(asked, isConcerned(context.viewer, row.representative_ids), context);
    const cut = await loaders.projectsOfOrganisation.load({ owner, filter, page: pageOf(asked, 2) });
    return ProjectConnection.counted(
      cut,
      projectKey,
      (project) => new ProjectType(project),
      () => loaders.projectCountOfOrganisation.load({ owner, filter }),
    );
  }
}

function isConcerned(viewer: Viewer, representativeIds: readonly string[]): boolean {
  return actorsOf(viewer, representativeIds).length > 0;
}

async function filterOf(asked: ProjectsArgs, seesAll: boolean, context: NetworkContext) {
  const status = asked.status ?? PUBLIC_PROJECTS;
  return {
    status: seesAll ? status : status.filter((one) => PUBLIC_PROJECTS.includes(one)),
    region: await regionAsked(asked.region, context),
    sector: asked.sector ?? null,
  };
}
