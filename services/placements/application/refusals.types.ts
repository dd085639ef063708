import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import type { OverlappingDays } from './apply/apply-to-opening.ts';
import type { RuleResult } from './eligibility/eligibility.rules.ts';
import { RequirementCheckType } from './eligibility/eligibility.types.ts';

@ObjectType({ implements: UserError, description: 'There is no such application that the viewer may act on.' })
export class ApplicationNotFound extends UserError {
  constructor(message: string) {
    super('APPLICATION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The person does not meet what the opening requires.' })
export class NotEligible extends UserError {
  @Field(() => [RequirementCheckType], { description: 'The requirements that are not met, and why.' })
  readonly failed: readonly RequirementCheckType[];

  constructor(message: string, failed: readonly RuleResult[], locale: string) {
    super('NOT_ELIGIBLE', message);
    this.failed = failed.map((result) => new RequirementCheckType(result, locale));
  }
}

@ObjectType({ implements: UserError, description: 'The person serves, or is to serve, on some of these days.' })
export class OverlappingDeployment extends UserError {
  @Field(() => ID)
  readonly deploymentId: string;
  @Field(() => LocalDate, { description: 'First day of that service.' })
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Last day of that service.' })
  readonly endsOn: string;

  constructor(message: string, { deploymentId, startsOn, endsOn }: OverlappingDays) {
    super('OVERLAPPING_DEPLOYMENT', message);
    this.deploymentId = deploymentId;
    this.startsOn = startsOn;
    this.endsOn = endsOn;
  }
}
