import { createUnionType, Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import { OrganisationNotApproved, OrganisationNotFound } from '../organisation/organisation.types.ts';
import { NetworkSector } from '../sector/sector.types.ts';
import { DESCRIPTION_LENGTH, ProjectStatus, TITLE_LENGTH } from './project.rules.ts';
import { ProjectNotFound, ProjectSuccess } from './project.types.ts';

@InputType({ description: 'A project for the register.' })
export class SubmitProjectInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'An approved organisation that the viewer represents.' })
  readonly organisationId!: string;
  @Field(() => [LocalizedTextInput], {
    description: `In at least one language; at most ${TITLE_LENGTH} characters each.`,
  })
  readonly title!: LocalizedTextInput[];
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: `At most ${DESCRIPTION_LENGTH} characters each.`,
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
}

@InputType({ description: 'A decision about a project.' })
export class ModerateProjectInput {
  @Field(() => ID)
  readonly projectId!: string;
  @Field(() => ProjectStatus, { description: 'Where to take it: APPROVED, REJECTED or CANCELLED.' })
  readonly decision!: ProjectStatus;
  @Field(() => String, {
    nullable: true,
    description: `Its organisation reads it. Needed to reject or cancel. ${REASON_DESCRIPTION}`,
  })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'A project and the step its organisation takes with it.' })
export class ProjectStepInput {
  @Field(() => ID)
  readonly projectId!: string;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

export const SubmitProjectResult = createUnionType({
  name: 'SubmitProjectResult',
  description: 'The project, which waits for a decision, or what stands in the way.',
  types: () =>
    [ProjectSuccess, OrganisationNotFound, OrganisationNotApproved, IdempotencyKeyReused, InvalidInput] as const,
});

export const MoveProjectResult = createUnionType({
  name: 'MoveProjectResult',
  description: 'The project, or what stands in the way.',
  types: () =>
    [
      ProjectSuccess,
      ProjectNotFound,
      OrganisationNotApproved,
      VersionConflict,
      InvalidTransition,
      InvalidInput,
    ] as const,
});
