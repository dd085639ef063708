import { createUnionType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, UserError } from '../../shared/graph/user-error.ts';
import { actorsOf } from '../form/step.rules.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import { ProjectStatus } from '../project/project.rules.ts';
import { ProjectNotFound } from '../project/project.types.ts';
import type { ParticipationRow } from './participation.loaders.ts';

@ObjectType('Participation', {
  implements: Node,
  description: "A person's part in a project. For themselves, the project's organisation and administrators.",
})
@Directive('@key(fields: "id")')
export class ParticipationType extends Node {
  @Field(() => PersonReference, { nullable: true })
  readonly person: PersonReference;
  @Field(() => DateTime)
  readonly joinedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Null while they take part.' })
  readonly leftAt: Date | null;

  readonly row: ParticipationRow;

  constructor(row: ParticipationRow) {
    super(row.id);
    this.person = new PersonReference(row.person_id);
    this.joinedAt = row.joined_at;
    this.leftAt = row.left_at;
    this.row = row;
  }
}

/** A part in a project for whoever may see it. */
export function participationSeen(row: ParticipationRow, viewer: Viewer): ParticipationType | null {
  const concerned = [row.person_id, ...row.representative_ids];
  return actorsOf(viewer, concerned).length > 0 ? new ParticipationType(row) : null;
}

export const ParticipationConnection = countedConnectionType('Participation', () => ParticipationType);

/** Sort key of lists of participations. */
export function participationKey({ joined_at: at, id }: ParticipationRow): [string, string] {
  return [at.toISOString(), id];
}

@InputType({ description: 'A running project to take part in.' })
export class JoinProjectInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly projectId!: string;
}

@InputType({ description: 'A project to leave.' })
export class LeaveProjectInput {
  @Field(() => ID)
  readonly projectId!: string;
}

@ObjectType({ description: 'The part in the project, as it is now.' })
export class ParticipationSuccess {
  @Field(() => ParticipationType)
  readonly participation: ParticipationType;

  constructor(participation: ParticipationType) {
    this.participation = participation;
  }
}

@ObjectType({
  implements: UserError,
  description: 'People join a project while it is running; hours are recorded then, and once it is closed.',
})
export class ProjectNotRunning extends UserError {
  @Field(() => ProjectStatus, { description: 'Where it is.' })
  readonly status: ProjectStatus;

  constructor(message: string, status: ProjectStatus) {
    super('PROJECT_NOT_RUNNING', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'The viewer takes part already.' })
export class AlreadyParticipating extends UserError {
  @Field(() => ParticipationType)
  readonly participation: ParticipationType;

  constructor(message: string, participation: ParticipationType) {
    super('ALREADY_PARTICIPATING', message);
    this.participation = participation;
  }
}

@ObjectType({ implements: UserError, description: 'The viewer takes no part in the project.' })
export class NotParticipating extends UserError {
  constructor(message: string) {
    super('NOT_PARTICIPATING', message);
  }
}

export const JoinProjectResult = createUnionType({
  name: 'JoinProjectResult',
  description: 'The part in the project, or what stands in the way.',
  types: () =>
    [ParticipationSuccess, ProjectNotFound, ProjectNotRunning, AlreadyParticipating, IdempotencyKeyReused] as const,
});

export const LeaveProjectResult = createUnionType({
  name: 'LeaveProjectResult',
  description: 'The part in the project, which has ended, or what stands in the way.',
  types: () => [ParticipationSuccess, NotParticipating] as const,
});
