import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import { InvalidInput, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { NetworkSector } from '../../sector/sector.types.ts';
import { DESCRIPTION_LENGTH, ProjectStatus, TITLE_LENGTH } from '../project.rules.ts';
import { ProjectNotFound, ProjectSuccess } from '../project.types.ts';

@InputType({ description: 'A submitted project as it should be: all of it, not only what changes.' })
export class CorrectProjectInput {
  @Field(() => ID)
  readonly projectId!: string;
  @Field(() => [LocalizedTextInput], {
    description: `In at least one language; at most ${TITLE_LENGTH} characters each.`,
  })
  readonly title!: LocalizedTextInput[];
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: `At most ${DESCRIPTION_LENGTH} characters each. Absent: it is not described.`,
  })
  readonly description?: LocalizedTextInput[] | null;
  @Field(() => String, { description: 'ISO 3166-2: `KZ-75`.' })
  readonly regionCode!: string;
  @Field(() => NetworkSector)
  readonly sector!: NetworkSector;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly startsOn!: string;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly endsOn!: string;
  @Field(() => Int, { nullable: true, description: 'The version it was made from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ implements: UserError, description: 'The project has been decided about, and stays as it was decided.' })
export class ProjectDecided extends UserError {
  @Field(() => ProjectStatus, { description: 'Where it is.' })
  readonly status: ProjectStatus;

  constructor(message: string, status: ProjectStatus) {
    super('PROJECT_DECIDED', message);
    this.status = status;
  }
}

export const CorrectProjectResult = createUnionType({
  name: 'CorrectProjectResult',
  description: 'The project, which still waits for a decision, or what stands in the way.',
  types: () => [ProjectSuccess, ProjectNotFound, ProjectDecided, VersionConflict, InvalidInput] as const,
});
