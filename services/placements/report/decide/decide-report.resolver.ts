import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { invalidReport, refuseDecision } from '../refusal/refusals.types.ts';
import { reportOf } from '../report.types.ts';
import { checkProse, NOTE_LENGTH } from '../report-input.rules.ts';
import { acceptReport, returnReport } from './decide-report.ts';
import {
  AcceptReportInput,
  AcceptReportResult,
  AcceptReportSuccess,
  ReturnReportInput,
  ReturnReportResult,
  ReturnReportSuccess,
} from './decide-report.types.ts';

@Resolver()
export class DecideReportResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => AcceptReportResult, {
    description:
      'Accepts a report, an incident too, which does not change from then on. Nobody decides on what they wrote, or on their own service.',
  })
  async acceptReport(
    @Arg('input', () => AcceptReportInput) { reportId, expectedVersion = null }: AcceptReportInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof AcceptReportResult> {
    const { em, viewer, locale, now } = context;
    const command = { viewer: { ...viewer, personId: personOf(viewer) }, reportId, expectedVersion };
    const outcome = await acceptReport(em, context, command, now());
    if ('refusal' in outcome) return refuseDecision(outcome, locale);
    return new AcceptReportSuccess(await reportOf(outcome.reportId, context));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => ReturnReportResult, {
    description:
      'Gives a report back to its author, who is told what is missing. Nobody decides on what they wrote, or on their own service.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput) { reportId, note, expectedVersion = null }: ReturnReportInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ReturnReportResult> {
    const { em, viewer, locale, now } = context;
    const violations = checkProse(['note'], note, NOTE_LENGTH);
    if (violations.length > 0) return invalidReport(violations, locale);
    const command = { viewer: { ...viewer, personId: personOf(viewer) }, reportId, expectedVersion, note };
    const outcome = await returnReport(em, context, command, now());
    if ('refusal' in outcome) return refuseDecision(outcome, locale);
    return new ReturnReportSuccess(await reportOf(outcome.reportId, context));
  }
}
