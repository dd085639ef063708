import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { Deployment } from '../deployment/deployment.entity.ts';
import { DeploymentStatus } from '../deployment/deployment.rules.ts';
import { lockDeployment } from '../deployment/move-deployment.ts';
import { isErased } from '../report/move-report.ts';
import { DutyReport } from '../report/report.entity.ts';
import { DutyReportKind, DutyReportState } from '../report/report.rules.ts';
import { scheduleReports } from '../report/schedule/schedule-reports.ts';

const { SERVING, ON_LEAVE, SUSPENDED, ENDING } = DeploymentStatus;

/** Who has recorded the covers of the demonstration, and accepted its reports. */
const OFFICER = namedId('person', 'placements@demo.erikti.example');
const INSURER = 'Demonstration insurer';
const TEXT = 'Демонстрационный отчёт. Demonstration report.';

/**
 * Has the demonstration's service that goes on look as service does: insured to its last day, with the reports it asks for,
 * of which those that were due before were handed in and accepted.
 *
 * Also for one that was brought by an earlier version. What is there stays as it is.
 */
export async function bringDemoService(tx: EntityManager, deploymentIds: readonly string[], now: Date): Promise<void> {
  const served = await tx.find(
    Deployment,
    { id: { $in: [...deploymentIds] }, isDemo: true, status: { $in: [SERVING, ON_LEAVE, SUSPENDED, ENDING] } },
    { orderBy: { opening: { id: 'asc' }, id: 'asc' } },
  );
  for (const { id } of served) {
    const deployment = await lockDeployment(tx, id);
    if (!deployment || (await isErased(tx, deployment.personId))) continue;
    await insure(tx, deployment, now);
    if ((await tx.count(DutyReport, { deployment: id, kind: { $ne: DutyReportKind.INCIDENT } })) > 0) continue;
    await scheduleReports(tx, deployment, { actorId: null, command: 'seedDemo' }, now);
    await tx.execute(
      `update duty_report set state = ?, text = ?, submitted_at = due_on, submitted_by_id = person_id, accepted_at = due_on,
         accepted_by_id = ?
       where deployment_id = ? and kind in ('ARRIVAL', 'PERIODIC') and due_on < (? at time zone time_zone)::date`,
      [DutyReportState.ACCEPTED, TEXT, OFFICER, id, now],
    );
  }
}

/** One cover from the first day to the last; none where somebody has recorded one. */
async function insure(tx: EntityManager, { id, personId, startsOn, endsOn }: Deployment, now: Date): Promise<void> {
  await tx.execute(
    `insert into insurance_cover (id, deployment_id, person_id, from_on, until_on, insurer, recorded_at, recorded_by_id)
     select ?, ?, ?, ?::date, ?::date, ?, ?, ?
     where not exists (select from insurance_cover where deployment_id = ?) on conflict do nothing`,
    [namedId('insurance_cover', `demo/${id}`), id, personId, startsOn, endsOn, INSURER, now, OFFICER, id],
  );
}
