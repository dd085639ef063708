import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { UserError } from '../../../shared/graph/user-error.ts';
import type { DeploymentStatus } from '../deployment.rules.ts';
import { ToldDeploymentStatus } from '../deployment.types.ts';

@ObjectType({
  implements: UserError,
  description: 'There is no such deployment, or the viewer has no part in it.',
})
export class DeploymentNotFound extends UserError {
  constructor(message: string) {
    super('DEPLOYMENT_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The deployment is not at a stage at which this can be done.' })
export class WrongStage extends UserError {
  @Field(() => ToldDeploymentStatus, { description: 'Where it is.' })
  readonly status: DeploymentStatus;

  constructor(message: string, status: DeploymentStatus) {
    super('WRONG_STAGE', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'Some of the days belong to another leave of the deployment.' })
export class OverlappingLeave extends UserError {
  @Field(() => LocalDate, { description: 'First day of the other leave.' })
  readonly from: string;
  @Field(() => LocalDate, { description: 'Last day of the other leave.' })
  readonly until: string;

  constructor(message: string, { from, until }: { from: string; until: string }) {
    super('OVERLAPPING_LEAVE', message);
    this.from = from;
    this.until = until;
  }
}

@ObjectType({ implements: UserError, description: 'The volunteer is not insured on all days.' })
export class InsuranceGap extends UserError {
  @Field(() => LocalDate, { description: 'First day without insurance.' })
  readonly from: string;
  @Field(() => LocalDate, { description: 'Last of those days.' })
  readonly until: string;

  constructor(message: string, { from, until }: { from: string; until: string }) {
    super('INSURANCE_GAP', message);
    this.from = from;
    this.until = until;
  }
}

@ObjectType({ implements: UserError, description: 'The volunteer has another deployment on some of these days.' })
export class OverlappingDeployment extends UserError {
  @Field(() => ID)
  readonly deploymentId: string;
  @Field(() => LocalDate)
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Its last day, as agreed or as it was.' })
  readonly endsOn: string;

  constructor(message: string, other: { deploymentId: string; startsOn: string; endsOn: string }) {
    super('OVERLAPPING_DEPLOYMENT', message);
    this.deploymentId = other.deploymentId;
    this.startsOn = other.startsOn;
    this.endsOn = other.endsOn;
  }
}
