import type { Viewer } from '../../shared/access/access.rules.ts';
import { actorsOnDeployment, type WhoseDeployment } from '../deployment/deployment.rules.ts';
import { DutyReportKind, DutyReportState, type ReportActor } from './report.rules.ts';

/** What tells whom a report concerns. */
export interface WhoseReport extends WhoseDeployment {
  readonly kind: DutyReportKind;
  readonly state: DutyReportState;
  /** Null until it is handed in. */
  readonly submittedById: string | null;
}

/**
 * As whom somebody acts on a report; null for whoever only reads it, or has nothing to do with it.
 *
 * Nobody decides on their own: who serves acts on reports of their service as a volunteer alone, whatever office they
 * hold, and so does a host on its evaluation.
 */
export function actorOnReport(viewer: Viewer, report: WhoseReport): ReportActor | null {
  const actors = actorsOnDeployment(viewer, report);
  if (actors.length > 0 && isAuthor(viewer, report)) return 'author';
  return actors.includes('placement-officer') && !actors.includes('volunteer') ? 'placement-officer' : null;
}

function isAuthor(viewer: Viewer, report: WhoseReport): boolean {
  const actors = actorsOnDeployment(viewer, report);
  switch (report.kind) {
    case DutyReportKind.INCIDENT:
      return viewer.personId !== null && viewer.personId === report.submittedById;
    case DutyReportKind.HOST_EVALUATION:
      return actors.includes('host-officer') && !actors.includes('volunteer');
    default:
      return actors.includes('volunteer');
  }
}

/** How much of a report somebody reads: all, all but the note to its author, or that it is there and where it stands. */
export type ReportView = 'whole' | 'text' | 'outline';

/**
 * How much of a report somebody reads; null for whoever does not know of it.
 *
 * A draft is its author's alone. Incidents are read by their authors and those who run placements, and by nobody else.
 */
export function viewOfReport(viewer: Viewer, report: WhoseReport): ReportView | null {
  const actor = actorOnReport(viewer, report);
  if (actor === 'author') return 'whole';
  if (actor === 'placement-officer') return report.state === DutyReportState.DRAFT ? 'outline' : 'whole';
  const actors = actorsOnDeployment(viewer, report);
  if (actors.length === 0 || report.kind === DutyReportKind.INCIDENT) return null;
  const isAboutThem = report.kind === DutyReportKind.HOST_EVALUATION && actors.includes('volunteer');
  return isAboutThem && report.state === DutyReportState.ACCEPTED ? 'text' : 'outline';
}
