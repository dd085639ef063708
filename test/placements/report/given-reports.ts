import type { EntityManager } from '@mikro-orm/postgresql';
import { lockDeployment } from '../../../services/placements/deployment/move-deployment.ts';
import type { ClosingReportKind } from '../../../services/placements/report/report.rules.ts';
import { scheduleLastReports, scheduleReports } from '../../../services/placements/report/schedule/schedule-reports.ts';
import { type GivenDeployment, givenDeployment } from '../given.ts';

type Traits = Parameters<typeof givenDeployment>[1];

const act = { actorId: null, command: 'confirmEntryOnDuty' };

/** Schedules the reports of a deployment, as its entry on duty does and its extension. */
export function schedule(em: EntityManager, { id }: { readonly id: string }, now: Date): Promise<void> {
  return em.transactional(async (tx) => {
    const deployment = await lockDeployment(tx, id);
    if (!deployment) throw new Error('there is no such deployment');
    await scheduleReports(tx, deployment, act, now);
  });
}

/** Leaves of the reports of a deployment those that are owed once it has ended. */
export function scheduleLast(
  em: EntityManager,
  { id }: { readonly id: string },
  closing: readonly ClosingReportKind[],
  now: Date,
): Promise<void> {
  return em.transactional(async (tx) => {
    const deployment = await lockDeployment(tx, id);
    if (!deployment) throw new Error('there is no such deployment');
    await scheduleLastReports(tx, deployment, { ...act, closing }, now);
  });
}

/** A deployment that is served, from 1 September 2026 to 28 February 2027 in Nairobi, with its reports. */
export async function givenReported(em: EntityManager, now: Date, traits: Traits = {}): Promise<GivenDeployment> {
  const deployment = await givenDeployment(em, traits);
  await schedule(em, deployment, now);
  return deployment;
}

/** The ID of a deployment's report of a kind. */
export async function reportIdOf(em: EntityManager, { id }: { readonly id: string }, kind: string): Promise<string> {
  const [report] = await em.execute<{ id: string }[]>(
    'select id from duty_report where deployment_id = ? and kind = ? order by period desc limit 1',
    [id, kind],
  );
  if (!report) throw new Error(`there is no report ${kind}`);
  return report.id;
}

/** All that is kept of a report, and how much is written about it elsewhere. */
export async function everythingOf(em: EntityManager, reportId: string): Promise<unknown> {
  const report = await em.execute('select * from duty_report where id = ?', [reportId]);
  const amendments = await em.execute('select * from duty_report_amendment where duty_report_id = ?', [reportId]);
  const journal = await em.execute(
    `select (select count(*)::integer from audit_entry where subject_id = ?) as audited,
       (select count(*)::integer from outbox_event where payload ->> 'dutyReportId' = ? or payload ->> 'about' = ?) as told`,
    [reportId, reportId, reportId],
  );
  return { report, amendments, journal };
}
