import type { EntityManager } from '@mikro-orm/postgresql';
import { moveReport } from '../move-report.ts';
import { DutyReportState } from '../report.rules.ts';
import { checkReport } from '../report-input.rules.ts';
import type { WriteReport, WriteReportOutcome } from './save-report-draft.ts';
import { writableReport } from './writable-report.ts';

const { SUBMITTED } = DutyReportState;

/**
 * Hands in a report, for the first time or after it was returned. Late is better than never: it is taken when overdue, too.
 *
 * The same report handed in again, as after an answer that was lost, changes nothing.
 */
export function fileReport(em: EntityManager, command: WriteReport, now: Date): Promise<WriteReportOutcome> {
  const { viewer, reportId, text, hoursServed, expectedVersion } = command;
  return em.transactional(async (tx) => {
    const writable = await writableReport(tx, command, now);
    if ('refusal' in writable) return writable;
    const { report, deployment, allowed } = writable;
    const { state: from, version } = report;
    if (from === SUBMITTED && report.text === text && (report.hoursServed ?? null) === hoursServed) return { reportId };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    if (!allowed.includes(SUBMITTED)) return { refusal: 'invalid-transition', from, to: SUBMITTED, allowed };
    const violations = checkReport(command, report);
    if (violations.length > 0) return { refusal: 'invalid-report', violations };

    tx.assign(report, { text, hoursServed, submittedAt: now, submittedById: viewer.personId });
    const act = { actorId: viewer.personId, command: 'fileReport' };
    await moveReport(tx, { report, deployment }, { ...act, to: SUBMITTED }, now);
    return { reportId };
  });
}
