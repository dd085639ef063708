import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { lockReport, moveReport } from '../move-report.ts';
import { type Postage, tellAuthor } from '../notice/tell-author.ts';
import type { DecisionRefusal } from '../refusal/report-refusal.rules.ts';
import { DutyReportState, reportTransitions } from '../report.rules.ts';
import { actorOnReport } from '../report-reader.rules.ts';

/** What those who run placements decide on a report. */
export interface DecideReport {
  readonly viewer: Viewer & { readonly personId: string };
  readonly reportId: string;
  readonly expectedVersion: number | null;
}

export type DecideReportOutcome = { readonly reportId: string } | DecisionRefusal;

/** Accepts a report: from then on it does not change. One that is accepted already stays so. */
export function acceptReport(
  em: EntityManager,
  postage: Postage,
  command: DecideReport,
  now: Date,
): Promise<DecideReportOutcome> {
  return em.transactional((tx) => decide(tx, postage, { ...command, to: DutyReportState.ACCEPTED, note: null }, now));
}

/** Gives a report back to its author, who is told by a note what is missing and hands it in again. */
export function returnReport(
  em: EntityManager,
  postage: Postage,
  command: DecideReport & { readonly note: string },
  now: Date,
): Promise<DecideReportOutcome> {
  return em.transactional((tx) => decide(tx, postage, { ...command, to: DutyReportState.RETURNED }, now));
}

interface Decision extends DecideReport {
  readonly to: DutyReportState.ACCEPTED | DutyReportState.RETURNED;
  /** What the author is told; null where nothing is missing. */
  readonly note: string | null;
}

async function decide(
  tx: EntityManager,
  postage: Postage,
  { viewer, reportId, expectedVersion, to, note }: Decision,
  now: Date,
): Promise<DecideReportOutcome> {
  const locked = await lockReport(tx, reportId);
  const actor = locked && actorOnReport(viewer, locked.whose);
  if (!locked || actor !== 'placement-officer') return { refusal: 'report-not-found' };
  const { report } = locked;
  const { state: from, version } = report;
  if (from === to && (note === null || note === report.note)) return { reportId };
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const allowed = transitionsFrom(reportTransitions, from, actor);
  if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, to, allowed };

  const isAccepted = to === DutyReportState.ACCEPTED;
  tx.assign(report, isAccepted ? { acceptedAt: now, acceptedById: viewer.personId } : { note });
  const command = isAccepted ? 'acceptReport' : 'returnReport';
  await moveReport(tx, locked, { actorId: viewer.personId, command, to }, now);
  tellAuthor(tx, postage, report, now);
  return { reportId };
}
