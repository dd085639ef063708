import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { ProgrammeStatus } from '../programme/programme.rules.ts';
import { OpeningStatus } from './opening.rules.ts';
import { OpeningType } from './opening.types.ts';

@ObjectType({ description: 'The opening as it is now.' })
export class OpeningSuccess {
  @Field(() => OpeningType)
  readonly opening: OpeningType;

  constructor(opening: OpeningType) {
    this.opening = opening;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such opening, or it is no business of the viewer.' })
export class OpeningNotFound extends UserError {
  constructor(message: string) {
    super('OPENING_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The viewer cannot change the opening as it is now: its host may while it is a DRAFT, those who run placements until it is decided.',
})
export class OpeningNotChangeable extends UserError {
  @Field(() => OpeningStatus)
  readonly status: OpeningStatus;

  constructor(message: string, status: OpeningStatus) {
    super('OPENING_NOT_CHANGEABLE', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'No language has all the texts that are needed.' })
export class OpeningIncomplete extends UserError {
  @Field(() => [String], { description: 'What the language that comes nearest lacks: `["description", "tasks"]`.' })
  readonly missing: readonly string[];

  constructor(message: string, missing: readonly string[]) {
    super('OPENING_INCOMPLETE', message);
    this.missing = missing;
  }
}

@ObjectType({ implements: UserError, description: 'More positions are offered and filled than this.' })
export class PositionsTaken extends UserError {
  @Field(() => Int, { description: 'Held by an open offer.' })
  readonly offered: number;
  @Field(() => Int, { description: 'Taken by a deployment.' })
  readonly filled: number;

  constructor(message: string, { offered, filled }: { offered: number; filled: number }) {
    super('POSITIONS_TAKEN', message);
    this.offered = offered;
    this.filled = filled;
  }
}

@ObjectType({ implements: UserError, description: 'The programme takes no new openings.' })
export class ProgrammeNotOpen extends UserError {
  @Field(() => ProgrammeStatus)
  readonly status: ProgrammeStatus;

  constructor(message: string, status: ProgrammeStatus) {
    super('PROGRAMME_NOT_OPEN', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'The application deadline has passed.' })
export class DeadlinePassed extends UserError {
  @Field(() => DateTime)
  readonly applicationDeadline: Date;

  constructor(message: string, applicationDeadline: Date) {
    super('DEADLINE_PASSED', message);
    this.applicationDeadline = applicationDeadline;
  }
}

@ObjectType({ implements: UserError, description: 'Offers are open, and hold positions until they are answered.' })
export class OffersOpen extends UserError {
  @Field(() => Int)
  readonly offered: number;

  constructor(message: string, offered: number) {
    super('OFFERS_OPEN', message);
    this.offered = offered;
  }
}

@ObjectType({ implements: UserError, description: 'Volunteers prepare to serve in it, or serve.' })
export class DeploymentsRunning extends UserError {
  @Field(() => Int, { description: 'Deployments that are not over.' })
  readonly deployments: number;

  constructor(message: string, deployments: number) {
    super('DEPLOYMENTS_RUNNING', message);
    this.deployments = deployments;
  }
}
