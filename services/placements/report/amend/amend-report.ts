import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { lockReport } from '../move-report.ts';
import { DutyReportAmendment } from '../report.entity.ts';
import { DutyReportState } from '../report.rules.ts';
import { actorOnReport } from '../report-reader.rules.ts';

export interface AmendReport {
  readonly viewer: Viewer & { readonly personId: string };
  readonly idempotencyKey: string | null;
  readonly reportId: string;
  /** Checked already. */
  readonly text: string;
}

export type AmendReportOutcome =
  | { readonly reportId: string }
  | { readonly refusal: 'report-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'report-not-accepted'; readonly state: DutyReportState };

/** Puts a correction beside a report that was accepted, by its author. The report itself stays as it was accepted. */
export function amendReport(em: EntityManager, command: AmendReport, now: Date): Promise<AmendReportOutcome> {
  const { viewer, idempotencyKey: key, reportId, text } = command;
  const claim = { actorId: viewer.personId, operation: 'amendReport', key, input: { reportId, text } };
  return em.transactional((tx) => once<AmendReportOutcome>(tx, claim, now, () => amend(tx, command, now)));
}

async function amend(
  tx: EntityManager,
  { viewer, reportId, text }: AmendReport,
  now: Date,
): Promise<AmendReportOutcome> {
  const locked = await lockReport(tx, reportId);
  if (!locked || actorOnReport(viewer, locked.whose) !== 'author') return { refusal: 'report-not-found' };
  const { report, deployment } = locked;
  if (report.state !== DutyReportState.ACCEPTED) return { refusal: 'report-not-accepted', state: report.state };

  const { personId: madeById } = viewer;
  const { personId } = deployment;
  const { id } = tx.create(DutyReportAmendment, {
    id: newId('duty_report_amendment'),
    dutyReport: report,
    personId,
    text,
    madeAt: now,
    madeById,
  });
  const onBehalfOfId = madeById === personId ? null : personId;
  const changes = [{ field: 'amendment', from: null, to: id }];
  audit(tx, { actorId: madeById, onBehalfOfId, command: 'amendReport', subjectId: reportId, changes }, now);
  const { kind } = report;
  publish(tx, 'DutyReportAmended', { dutyReportId: reportId, deploymentId: deployment.id, kind, amendmentId: id }, now);
  await tx.flush();
  return { reportId };
}
