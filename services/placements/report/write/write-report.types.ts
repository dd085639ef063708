import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { DeploymentTakesNoReports, ReportNotFound, ReportNotYetOpen } from '../refusal/report-refusals.types.ts';
import { DutyReportType } from '../report.types.ts';
import { REPORT_LENGTH } from '../report-input.rules.ts';

const HOURS = 'Hours served in the days it tells of: at most 24 a day. None are said when absent.';
const VERSION = 'Version of the report that the client has read.';

@InputType({ description: 'What is written of a report so far.' })
export class SaveReportDraftInput {
  @Field(() => ID)
  readonly reportId!: string;
  @Field(() => String, { description: `Of some lines, ${REPORT_LENGTH} characters at most. It may be blank yet.` })
  readonly text!: string;
  @Field(() => Int, { nullable: true, description: HOURS })
  readonly hoursServed?: number | null;
  @Field(() => Int, { nullable: true, description: VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'A report as it is handed in.' })
export class FileReportInput {
  @Field(() => ID)
  readonly reportId!: string;
  @Field(() => String, { description: `Of some lines, ${REPORT_LENGTH} characters at most.` })
  readonly text!: string;
  @Field(() => Int, { nullable: true, description: HOURS })
  readonly hoursServed?: number | null;
  @Field(() => Int, { nullable: true, description: VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'What is written is kept.' })
export class SaveReportDraftSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

@ObjectType({ description: 'The report is handed in.' })
export class FileReportSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

const REFUSALS = [
  ReportNotFound,
  DeploymentTakesNoReports,
  ReportNotYetOpen,
  InvalidTransition,
  VersionConflict,
  InvalidInput,
] as const;

export const SaveReportDraftResult = createUnionType({
  name: 'SaveReportDraftResult',
  description: 'The report with what is written, or what stands in its way.',
  types: () => [SaveReportDraftSuccess, ...REFUSALS] as const,
});

export const FileReportResult = createUnionType({
  name: 'FileReportResult',
  description: 'The report, handed in, or what stands in its way.',
  types: () => [FileReportSuccess, ...REFUSALS] as const,
});
