import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { DeploymentNotFound } from '../../deployment/refusal/deployment-refusals.types.ts';
import { DeploymentTakesNoReports } from '../refusal/report-refusals.types.ts';
import { IncidentSeverity } from '../report.rules.ts';
import { DutyReportType } from '../report.types.ts';
import { REPORT_LENGTH } from '../report-input.rules.ts';

@InputType({ description: 'What happened in service abroad.' })
export class FileIncidentInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input have the same outcome, however often they come.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly deploymentId!: string;
  @Field(() => String, { description: `Of some lines, ${REPORT_LENGTH} characters at most.` })
  readonly text!: string;
  @Field(() => IncidentSeverity)
  readonly severity!: IncidentSeverity;
}

@ObjectType({ description: 'The incident is reported.' })
export class FileIncidentSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

export const FileIncidentResult = createUnionType({
  name: 'FileIncidentResult',
  description: 'The report of the incident, or what stands in its way.',
  types: () =>
    [FileIncidentSuccess, DeploymentNotFound, DeploymentTakesNoReports, IdempotencyKeyReused, InvalidInput] as const,
});
