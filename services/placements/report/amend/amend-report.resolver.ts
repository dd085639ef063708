import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../context.ts';
import { say } from '../messages.ts';
import { invalidReport } from '../refusal/refusals.types.ts';
import { ReportNotAccepted, ReportNotFound } from '../refusal/report-refusals.types.ts';
import { reportOf } from '../report.types.ts';
import { checkProse, REPORT_LENGTH } from '../report-input.rules.ts';
import { type AmendReportOutcome, amendReport } from './amend-report.ts';
import { AmendReportInput, AmendReportResult, AmendReportSuccess } from './amend-report.types.ts';

@Resolver()
export class AmendReportResolver {
  @Allow(signedIn)
  @Mutation(() => AmendReportResult, {
    description:
      'Puts a correction beside a report that was accepted, by its author; the report itself does not change. For everybody else it is not found.',
  })
  async amendReport(
    @Arg('input', () => AmendReportInput) { idempotencyKey = null, reportId, text }: AmendReportInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof AmendReportResult> {
    const { em, viewer, locale, now } = context;
    const violations = checkProse(['text'], text, REPORT_LENGTH);
    if (violations.length > 0) return invalidReport(violations, locale);
    const command = { viewer: { ...viewer, personId: personOf(viewer) }, idempotencyKey, reportId, text };
    const outcome = await amendReport(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new AmendReportSuccess(await reportOf(outcome.reportId, context));
  }
}

function refuse(refusal: Extract<AmendReportOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'report-not-found':
      return new ReportNotFound(say('REPORT_NOT_FOUND', locale));
    case 'report-not-accepted':
      return new ReportNotAccepted(say('REPORT_NOT_ACCEPTED', locale), refusal.state);
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
