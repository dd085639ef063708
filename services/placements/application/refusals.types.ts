import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/graph/user-error.ts';
import { ApplicationStatus } from './application.rules.ts';
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

@ObjectType({ implements: UserError, description: 'The application has ended, or a placement is accepted already.' })
export class ApplicationEnded extends UserError {
  @Field(() => ApplicationStatus)
  readonly status: ApplicationStatus;

  constructor(message: string, status: ApplicationStatus) {
    super('APPLICATION_ENDED', message);
    this.status = status;
  }
}
