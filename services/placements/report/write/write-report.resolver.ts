import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { PlacementsContext } from '../../context.ts';
import { refuseReport } from '../refusal/refusals.types.ts';
import { reportOf } from '../report.types.ts';
import { fileReport } from './file-report.ts';
import { saveReportDraft, type WriteReport } from './save-report-draft.ts';
import {
  FileReportInput,
  FileReportResult,
  FileReportSuccess,
  SaveReportDraftInput,
  SaveReportDraftResult,
  SaveReportDraftSuccess,
} from './write-report.types.ts';

@Resolver()
export class WriteReportResolver {
  @Allow(signedIn)
  @Mutation(() => SaveReportDraftResult, {
    description:
      'Keeps what is written of a report so far: by the volunteer, or by the host its evaluation. For everybody else it is not found.',
  })
  async saveReportDraft(
    @Arg('input', () => SaveReportDraftInput) input: SaveReportDraftInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof SaveReportDraftResult> {
    const { em, locale, now } = context;
    const outcome = await saveReportDraft(em, commandOf(input, context), now());
    if ('refusal' in outcome) return refuseReport(outcome, locale);
    return new SaveReportDraftSuccess(await reportOf(outcome.reportId, context));
  }

  @Allow(signedIn)
  @Mutation(() => FileReportResult, {
    description:
      'Hands in a report, late ones too, for the first time or after it was returned: by the volunteer, or by the host its evaluation. For everybody else it is not found. The same report again changes nothing.',
  })
  async fileReport(
    @Arg('input', () => FileReportInput) input: FileReportInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof FileReportResult> {
    const { em, locale, now } = context;
    const outcome = await fileReport(em, commandOf(input, context), now());
    if ('refusal' in outcome) return refuseReport(outcome, locale);
    return new FileReportSuccess(await reportOf(outcome.reportId, context));
  }
}

function commandOf(
  { reportId, text, hoursServed = null, expectedVersion = null }: FileReportInput,
  { viewer }: PlacementsContext,
): WriteReport {
  return { viewer: { ...viewer, personId: personOf(viewer) }, reportId, text, hoursServed, expectedVersion };
}
