import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, InvalidTransition, VersionConflict } from '../../../shared/graph/user-error.ts';
import { ReportNotFound } from '../refusal/report-refusals.types.ts';
import { DutyReportType } from '../report.types.ts';
import { NOTE_LENGTH } from '../report-input.rules.ts';

const VERSION = 'Version of the report that the client has read.';

@InputType({ description: 'Which report is accepted.' })
export class AcceptReportInput {
  @Field(() => ID)
  readonly reportId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which report is returned, and why.' })
export class ReturnReportInput {
  @Field(() => ID)
  readonly reportId!: string;
  @Field(() => String, {
    description: `What is missing, for its author, who also reads it in a mail. Of some lines, ${NOTE_LENGTH} characters at most.`,
  })
  readonly note!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The report is accepted, now or before.' })
export class AcceptReportSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

@ObjectType({ description: 'The report is with its author again.' })
export class ReturnReportSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

export const AcceptReportResult = createUnionType({
  name: 'AcceptReportResult',
  description: 'The accepted report, or what stands in its way.',
  types: () => [AcceptReportSuccess, ReportNotFound, InvalidTransition, VersionConflict] as const,
});

export const ReturnReportResult = createUnionType({
  name: 'ReturnReportResult',
  description: 'The returned report, or what stands in its way.',
  types: () => [ReturnReportSuccess, ReportNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});
