import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { UserError } from '../../../shared/graph/user-error.ts';
import type { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { ToldDeploymentStatus } from '../../deployment/deployment.types.ts';
import { DutyReportState } from '../report.rules.ts';

@ObjectType({ implements: UserError, description: 'There is no such report, or it is no business of the viewer.' })
export class ReportNotFound extends UserError {
  constructor(message: string) {
    super('REPORT_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is nothing to report: the volunteer has not left yet, or never did.',
})
export class DeploymentTakesNoReports extends UserError {
  @Field(() => ToldDeploymentStatus, { description: 'Where the deployment is.' })
  readonly status: DeploymentStatus;

  constructor(message: string, status: DeploymentStatus) {
    super('DEPLOYMENT_TAKES_NO_REPORTS', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'What the report is to tell of has not come yet.' })
export class ReportNotYetOpen extends UserError {
  @Field(() => LocalDate, { description: 'The day from which it is taken, where the host is.' })
  readonly opensOn: string;

  constructor(message: string, opensOn: string) {
    super('REPORT_NOT_YET_OPEN', message);
    this.opensOn = opensOn;
  }
}

@ObjectType({ implements: UserError, description: 'Only what was accepted is amended.' })
export class ReportNotAccepted extends UserError {
  @Field(() => DutyReportState, { description: 'Where the report is.' })
  readonly state: DutyReportState;

  constructor(message: string, state: DutyReportState) {
    super('REPORT_NOT_ACCEPTED', message);
    this.state = state;
  }
}
