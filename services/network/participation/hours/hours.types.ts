import {
  ArgsType,
  createUnionType,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { countedConnectionType, PageArgs } from '../../../shared/graph/connection.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime, LocalDate } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { actorsOf } from '../../form/step.rules.ts';
import { PersonReference } from '../../privacy/person-reference.types.ts';
import { ProjectNotFound } from '../../project/project.types.ts';
import { NotParticipating, ProjectNotRunning } from '../participation.types.ts';
import type { HoursRow } from './hours.loaders.ts';
import { HoursStatus, MINUTES_A_DAY, MOST_AT_ONCE } from './hours.rules.ts';

registerEnumType(HoursStatus, {
  name: 'VolunteerHoursStatus',
  description: 'Where recorded hours are. They are in the volunteer record while they are VERIFIED.',
  valuesConfig: {
    RECORDED: { description: 'As the volunteer tells; the organisation has not decided.' },
    VERIFIED: { description: 'The organisation confirms them.' },
    REJECTED: { description: 'The organisation does not confirm them.' },
    WITHDRAWN: { description: 'The volunteer has taken them back.' },
  },
});

@ObjectType('VolunteerHours', {
  implements: Node,
  description:
    "What a person gave to a project on a day. For themselves, the project's organisation and administrators.",
})
@Directive('@key(fields: "id")')
export class VolunteerHoursType extends Node {
  @Field(() => PersonReference, { nullable: true })
  readonly person: PersonReference;
  @Field(() => LocalDate)
  readonly on: string;
  @Field(() => Int)
  readonly minutes: number;
  @Field(() => HoursStatus)
  readonly status: HoursStatus;
  @Field(() => DateTime)
  readonly recordedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When the organisation decided last; null before.' })
  readonly decidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why they were rejected.' })
  readonly decisionReason: string | null;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;

  readonly row: HoursRow;

  constructor(row: HoursRow) {
    super(row.id);
    this.person = new PersonReference(row.person_id);
    this.on = row.done_on;
    this.minutes = row.minutes;
    this.status = row.status;
    this.recordedAt = row.recorded_at;
    this.decidedAt = row.decided_at;
    this.decisionReason = row.decision_reason;
    this.isDemo = row.is_demo;
    this.row = row;
  }
}

/** Recorded hours for whoever may see them. */
export function hoursSeen(row: HoursRow, viewer: Viewer): VolunteerHoursType | null {
  const concerned = [row.person_id, ...row.representative_ids];
  return actorsOf(viewer, concerned).length > 0 ? new VolunteerHoursType(row) : null;
}

export const VolunteerHoursConnection = countedConnectionType('VolunteerHours', () => VolunteerHoursType);

/** Sort key of lists of hours. */
export function hoursKey({ done_on: day, id }: HoursRow): [string, string] {
  return [day, id];
}

@ArgsType()
export class VolunteerHoursArgs extends PageArgs {
  @Field(() => [HoursStatus], { nullable: true, description: 'All when absent.' })
  readonly status?: HoursStatus[] | null;
}

@InputType({ description: 'What the signed-in person gave to a project on a day.' })
export class RecordHoursInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly projectId!: string;
  @Field(() => LocalDate, { description: 'Within the project, today or earlier.' })
  readonly on!: string;
  @Field(() => Int, { description: `1 to ${MINUTES_A_DAY}; a day has no more over all projects.` })
  readonly minutes!: number;
}

@InputType({ description: 'Records of hours to be verified or taken back.' })
export class VolunteerHoursInput {
  @Field(() => [ID], { description: `1 to ${MOST_AT_ONCE}, each once.` })
  readonly hoursIds!: string[];
}

@InputType({ description: 'Records of hours that the organisation does not confirm.' })
export class RejectHoursInput extends VolunteerHoursInput {
  @Field(() => String, { description: `The volunteer reads it. ${REASON_DESCRIPTION}` })
  readonly reason!: string;
}

@ObjectType({ description: 'The hours are recorded, and wait for the organisation.' })
export class RecordHoursSuccess {
  @Field(() => VolunteerHoursType)
  readonly hours: VolunteerHoursType;

  constructor(hours: VolunteerHoursType) {
    this.hours = hours;
  }
}

@ObjectType({ description: 'All of the records, as they are now.' })
export class DecideHoursSuccess {
  @Field(() => [VolunteerHoursType], { description: 'In the order they were given in.' })
  readonly hours: readonly VolunteerHoursType[];

  constructor(hours: readonly VolunteerHoursType[]) {
    this.hours = hours;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Some records do not exist, or are not for the viewer to decide. Nothing was changed.',
})
export class HoursNotFound extends UserError {
  @Field(() => [ID], { description: 'Which.' })
  readonly hoursIds: readonly string[];

  constructor(message: string, hoursIds: readonly string[]) {
    super('HOURS_NOT_FOUND', message);
    this.hoursIds = hoursIds;
  }
}

@ObjectType({
  implements: UserError,
  description: "Some records are of the viewer's own hours, which another one decides. Nothing was changed.",
})
export class OwnHours extends UserError {
  @Field(() => [ID], { description: 'Which.' })
  readonly hoursIds: readonly string[];

  constructor(message: string, hoursIds: readonly string[]) {
    super('OWN_HOURS', message);
    this.hoursIds = hoursIds;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Some records are decided already, so that this cannot be done with them. Nothing was changed.',
})
export class HoursDecided extends UserError {
  @Field(() => [ID], { description: 'Which.' })
  readonly hoursIds: readonly string[];

  constructor(message: string, hoursIds: readonly string[]) {
    super('HOURS_DECIDED', message);
    this.hoursIds = hoursIds;
  }
}

export const RecordHoursResult = createUnionType({
  name: 'RecordHoursResult',
  description: 'The hours, or what stands in the way.',
  types: () =>
    [
      RecordHoursSuccess,
      ProjectNotFound,
      ProjectNotRunning,
      NotParticipating,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

export const DecideHoursResult = createUnionType({
  name: 'DecideHoursResult',
  description: 'The records, or what stands in the way of all of them.',
  types: () => [DecideHoursSuccess, HoursNotFound, OwnHours, HoursDecided, InvalidInput] as const,
});
