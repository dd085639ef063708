import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { DeploymentNotFound, OverlappingLeave } from '../refusal/deployment-refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';
import type { LeaveRow } from './leave.loaders.ts';

@ObjectType({ description: 'Days off duty during a deployment.' })
export class DeploymentLeaveType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly from: string;
  @Field(() => LocalDate, { description: 'Last day as agreed.' })
  readonly until: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day in fact. Null while it lasts.' })
  readonly endedOn: string | null;

  constructor({ id, from_on, until_on, ended_on }: LeaveRow) {
    this.id = id;
    this.from = from_on;
    this.until = until_on;
    this.endedOn = ended_on;
  }
}

@InputType({ description: 'Who has gone on leave, and until when.' })
export class RecordLeaveInput extends DeploymentActInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => LocalDate, { description: 'First day: today or earlier, within the service.' })
  readonly from!: string;
  @Field(() => LocalDate, { description: 'Last day, within the service.' })
  readonly until!: string;
}

@InputType({ description: 'Who is back on duty.' })
export class EndLeaveInput extends DeploymentActInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of leave; today when absent, or the agreed last day where that has passed.',
  })
  readonly on?: string | null;
}

export const LeaveResult = createUnionType({
  name: 'LeaveResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      DeploymentSuccess,
      DeploymentNotFound,
      OverlappingLeave,
      VersionConflict,
      InvalidTransition,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
