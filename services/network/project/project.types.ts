import { ArgsType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { countedConnectionType, PageArgs } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { actorsOf } from '../form/step.rules.ts';
import { RegionType } from '../region/region.types.ts';
import { NetworkSector } from '../sector/sector.types.ts';
import type { ProjectRow } from './project.loaders.ts';
import { ProjectStatus, PUBLIC_PROJECTS } from './project.rules.ts';

registerEnumType(ProjectStatus, {
  name: 'ProjectStatus',
  description: 'Where a project is. Anyone sees those that are APPROVED, RUNNING or CLOSED.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for a decision.' },
    APPROVED: { description: 'May start.' },
    REJECTED: { description: 'May not take place.' },
    RUNNING: { description: 'Volunteers may join.' },
    CLOSED: { description: 'Has ended; hours may still be recorded and verified.' },
    CANCELLED: { description: 'Does not take place.' },
  },
});

@ObjectType('Project', {
  implements: Node,
  description: 'What an organisation does with volunteers, in a region and over certain days.',
})
@Directive('@key(fields: "id")')
export class ProjectType extends Node {
  @Field(() => RegionType)
  readonly region: RegionType;
  @Field(() => NetworkSector)
  readonly sector: NetworkSector;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly endsOn: string;
  @Field(() => ProjectStatus)
  readonly status: ProjectStatus;
  @Field(() => DateTime)
  readonly submittedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was approved; null before.' })
  readonly publishedAt: Date | null;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  readonly row: ProjectRow;

  constructor(row: ProjectRow) {
    super(row.id);
    this.region = new RegionType(row.region_code, row.region_name);
    this.sector = row.sector;
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.status = row.status;
    this.submittedAt = row.submitted_at;
    this.publishedAt = row.published_at;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.row = row;
  }
}

/** A project for whoever may see it: a public one for anyone, others for its organisation and those who moderate. */
export function projectSeen(row: ProjectRow, viewer: Viewer): ProjectType | null {
  const isPublic = PUBLIC_PROJECTS.includes(row.status);
  return isPublic || actorsOf(viewer, row.representative_ids).length > 0 ? new ProjectType(row) : null;
}

export const ProjectConnection = countedConnectionType('Project', () => ProjectType);

/** Sort key of lists of projects. */
export function projectKey({ starts_on: day, id }: ProjectRow): [string, string] {
  return [day, id];
}

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-2: `KZ-75`. `BAD_USER_INPUT`, which names the codes, for one that does not exist.',
  })
  readonly region?: string | null;
  @Field(() => NetworkSector, { nullable: true })
  readonly sector?: NetworkSector | null;
  @Field(() => [ProjectStatus], {
    nullable: true,
    description:
      'APPROVED, RUNNING and CLOSED when absent. Others are found by administrators and, of their organisation, by its representatives.',
  })
  readonly status?: ProjectStatus[] | null;
}

@ObjectType({
  implements: UserError,
  description: 'There is no such project, or it is not for the viewer to act upon.',
})
export class ProjectNotFound extends UserError {
  constructor(message: string) {
    super('PROJECT_NOT_FOUND', message);
  }
}

@ObjectType({ description: 'The project, as it is now.' })
export class ProjectSuccess {
  @Field(() => ProjectType)
  readonly project: ProjectType;

  constructor(project: ProjectType) {
    this.project = project;
  }
}
