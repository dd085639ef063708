import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { type LockedReport, lockReport } from '../move-report.ts';
import type { ReportRefusal } from '../refusal/report-refusal.rules.ts';
import { type DutyReportState, stepsOn, takesReports } from '../report.rules.ts';
import { actorOnReport } from '../report-reader.rules.ts';

/** A report as its author has it before them. */
export interface WritableReport extends LockedReport {
  /** Where the author may take it today. */
  readonly allowed: readonly DutyReportState[];
}

/** A report under lock, if it is the viewer's to write and open; otherwise why not. */
export async function writableReport(
  tx: EntityManager,
  { viewer, reportId }: { readonly viewer: Viewer; readonly reportId: string },
  now: Date,
): Promise<WritableReport | ReportRefusal> {
  const locked = await lockReport(tx, reportId);
  if (!locked || actorOnReport(viewer, locked.whose) !== 'author') return { refusal: 'report-not-found' };
  const { report, deployment } = locked;
  const { status } = deployment;
  if (!takesReports(status)) return { refusal: 'deployment-takes-no-reports', status };
  const today = dayIn(report.timeZone, now);
  if (today < report.opensOn) return { refusal: 'report-not-yet-open', opensOn: report.opensOn };
  return { ...locked, allowed: stepsOn(report, 'author', today) };
}
