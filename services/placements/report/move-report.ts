import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { Deployment } from '../deployment/deployment.entity.ts';
import { lockDeployment } from '../deployment/move-deployment.ts';
import { noteClosing } from './decide/note-closing.ts';
import { DutyReport } from './report.entity.ts';
import { type DutyReportState, fulfilment, isClosing } from './report.rules.ts';
import type { WhoseReport } from './report-reader.rules.ts';

/** A report under lock, and the deployment it is of. */
export interface LockedReport {
  readonly report: DutyReport;
  readonly deployment: Deployment;
  readonly whose: WhoseReport;
}

/**
 * A report under lock, its deployment before it, since the end of service may take the report away. Null where there is
 * none, and once the volunteer is erased.
 */
export async function lockReport(tx: EntityManager, id: string): Promise<LockedReport | null> {
  const known = await tx.findOne(DutyReport, id);
  const deployment = known && (await lockDeployment(tx, known.deployment.id));
  if (!deployment || (await isErased(tx, deployment.personId))) return null;
  const report = await tx.findOne(DutyReport, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!report) return null;
  const { personId, hostOrganisation } = deployment;
  const { kind, state, submittedById = null } = report;
  return {
    report,
    deployment,
    whose: { personId, hostOrganisationId: hostOrganisation.id, kind, state, submittedById },
  };
}

/** Whether somebody is erased, of whom nothing is asked any more. */
export async function isErased(tx: EntityManager, personId: string): Promise<boolean> {
  const erased = await tx.execute('select from erased_person where person_id = ?', [personId]);
  return erased.length > 0;
}

/** A step of a report, and whose act it is. */
export interface ReportStep {
  readonly to: DutyReportState;
  readonly actorId: string;
  readonly command: string;
}

/** Takes a report a step on. In the caller's transaction, which holds the lock and knows that the step is allowed. */
export async function moveReport(
  tx: EntityManager,
  { report, deployment }: Pick<LockedReport, 'report' | 'deployment'>,
  { to, ...act }: ReportStep,
  now: Date,
): Promise<void> {
  const { state: from } = report;
  report.state = to;
  journalStep(tx, { report, deployment }, { ...act, from, to }, now);
  const { kind } = report;
  const done = isClosing(kind) ? fulfilment(kind, to) : null;
  if (isClosing(kind) && done !== null) await noteClosing(tx, deployment, { ...act, kind, done }, now);
  await tx.flush();
}

/** Writes down and tells that a report has taken a step; `from` is null for one that was not there before. */
export function journalStep(
  tx: EntityManager,
  { report, deployment }: Pick<LockedReport, 'report' | 'deployment'>,
  { from, to, ...act }: ReportStep & { readonly from: DutyReportState | null },
  now: Date,
): void {
  const { id: subjectId, kind } = report;
  const onBehalfOfId = act.actorId === deployment.personId ? null : deployment.personId;
  audit(tx, { ...act, onBehalfOfId, subjectId, changes: [{ field: 'state', from, to }] }, now);
  publish(tx, 'DutyReportMoved', { dutyReportId: subjectId, deploymentId: deployment.id, kind, from, to }, now);
}
