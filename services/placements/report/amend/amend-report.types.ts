import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { ReportNotAccepted, ReportNotFound } from '../refusal/report-refusals.types.ts';
import { DutyReportType } from '../report.types.ts';
import { REPORT_LENGTH } from '../report-input.rules.ts';

@InputType({ description: 'A correction of a report that was accepted.' })
export class AmendReportInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input have the same outcome, however often they come.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly reportId!: string;
  @Field(() => String, { description: `Of some lines, ${REPORT_LENGTH} characters at most.` })
  readonly text!: string;
}

@ObjectType({ description: 'The correction stands beside the report.' })
export class AmendReportSuccess {
  @Field(() => DutyReportType)
  readonly report: DutyReportType;

  constructor(report: DutyReportType) {
    this.report = report;
  }
}

export const AmendReportResult = createUnionType({
  name: 'AmendReportResult',
  description: 'The report with its correction, or what stands in its way.',
  types: () => [AmendReportSuccess, ReportNotFound, ReportNotAccepted, IdempotencyKeyReused, InvalidInput] as const,
});
