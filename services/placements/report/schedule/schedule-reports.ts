import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../shared/ids.ts';
import { auditEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Deployment } from '../../deployment/deployment.entity.ts';
import { noteClosing } from '../decide/note-closing.ts';
import { isErased } from '../move-report.ts';
import { DutyReport } from '../report.entity.ts';
import { type ClosingReportKind, DutyReportKind, DutyReportState, isClosing } from '../report.rules.ts';
import { reschedule, type ScheduledReport, scheduleAtEnding, scheduleOf } from './schedule.rules.ts';

/** By whose act reports are scheduled. */
export interface SchedulingAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Schedules the reports of a service that has begun, or goes on for longer than it was agreed.
 *
 * In the caller's transaction, which holds the lock on the deployment. Repeating it changes nothing.
 */
export async function scheduleReports(
  tx: EntityManager,
  deployment: Deployment,
  act: SchedulingAct,
  now: Date,
): Promise<void> {
  const { id, enteredOn, endsOn } = deployment;
  if (!enteredOn) throw new Error(`the deployment ${id} has not begun`);
  await fit(tx, deployment, scheduleOf({ enteredOn, endsOn }), act, now);
}

/**
 * Leaves of the reports of a service that has ended those that are still owed: of the closing ones, those that its ending
 * asks for. In the caller's transaction, which holds the lock on the deployment.
 */
export async function scheduleLastReports(
  tx: EntityManager,
  deployment: Deployment,
  { closing, ...act }: SchedulingAct & { readonly closing: readonly ClosingReportKind[] },
  now: Date,
): Promise<void> {
  const { enteredOn, endedOn } = deployment;
  // Who never began has nothing to tell of.
  if (!enteredOn || !endedOn) return;
  await fit(tx, deployment, scheduleAtEnding({ enteredOn, endedOn }, closing), act, now);
}

async function fit(
  tx: EntityManager,
  deployment: Deployment,
  schedule: readonly ScheduledReport[],
  act: SchedulingAct,
  now: Date,
): Promise<void> {
  const { personId } = deployment;
  // Nobody is left who could be asked.
  if (await isErased(tx, personId)) return;
  const { timeZone } = await deployment.hostOrganisation.loadOrFail();
  const kept = await tx.find(DutyReport, { deployment, kind: { $ne: DutyReportKind.INCIDENT } }, { refresh: true });
  const { made, moved, dropped } = reschedule(kept, schedule);
  const reports = made.map((report) =>
    tx.create(DutyReport, {
      id: newId('duty_report'),
      deployment,
      personId,
      ...report,
      timeZone,
      state: DutyReportState.DUE,
    }),
  );
  for (const { report, days } of moved) tx.assign(report, days);
  for (const report of dropped) tx.remove(report);
  await tx.flush();
  const onBehalfOfId = act.actorId === null || act.actorId === personId ? null : personId;
  const step = (ids: readonly { readonly id: string }[], from: DutyReportState | null, to: DutyReportState | null) =>
    ids.map(({ id: subjectId }) => ({ ...act, onBehalfOfId, subjectId, changes: [{ field: 'state', from, to }] }));
  const steps = [...step(reports, null, DutyReportState.DUE), ...step(dropped, DutyReportState.DUE, null)];
  await auditEach(tx, steps, now);
  // What was told of the whole before does not tell of the days since.
  for (const { kind } of reports) {
    if (isClosing(kind)) await noteClosing(tx, deployment, { ...act, kind, done: false }, now);
  }
}
