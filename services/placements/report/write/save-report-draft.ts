import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { moveReport } from '../move-report.ts';
import type { ReportRefusal } from '../refusal/report-refusal.rules.ts';
import { DutyReportState, OPEN } from '../report.rules.ts';
import { checkDraft } from '../report-input.rules.ts';
import { writableReport } from './writable-report.ts';

/** What somebody has written of a report, and who. */
export interface WriteReport {
  readonly viewer: Viewer & { readonly personId: string };
  readonly reportId: string;
  readonly text: string;
  readonly hoursServed: number | null;
  readonly expectedVersion: number | null;
}

export type WriteReportOutcome = { readonly reportId: string } | ReportRefusal;

const { DUE, DRAFT } = DutyReportState;

/** Keeps what an author has written so far. A report that was returned stays returned until it is handed in again. */
export function saveReportDraft(em: EntityManager, command: WriteReport, now: Date): Promise<WriteReportOutcome> {
  const { viewer, reportId, text, hoursServed, expectedVersion } = command;
  return em.transactional(async (tx) => {
    const writable = await writableReport(tx, command, now);
    if ('refusal' in writable) return writable;
    const { report, deployment, allowed } = writable;
    const { state: from, version } = report;
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    if (!OPEN.includes(from)) return { refusal: 'invalid-transition', from, to: DRAFT, allowed };
    const violations = checkDraft(command, report);
    if (violations.length > 0) return { refusal: 'invalid-report', violations };

    tx.assign(report, { text, hoursServed });
    const act = { actorId: viewer.personId, command: 'saveReportDraft' };
    if (from === DUE) await moveReport(tx, { report, deployment }, { ...act, to: DRAFT }, now);
    else {
      const onBehalfOfId = viewer.personId === deployment.personId ? null : deployment.personId;
      audit(tx, { ...act, onBehalfOfId, subjectId: reportId, changes: [{ field: 'text', from: null, to: null }] }, now);
    }
    return { reportId };
  });
}
