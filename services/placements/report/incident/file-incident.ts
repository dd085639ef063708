import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { actorsOnDeployment, type DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { lockDeployment } from '../../deployment/move-deployment.ts';
import { isErased, journalStep } from '../move-report.ts';
import { DutyReport } from '../report.entity.ts';
import { DutyReportKind, DutyReportState, type IncidentSeverity, takesReports } from '../report.rules.ts';

export interface FileIncident {
  readonly viewer: Viewer & { readonly personId: string };
  readonly idempotencyKey: string | null;
  readonly deploymentId: string;
  /** Checked already. */
  readonly text: string;
  readonly severity: IncidentSeverity;
}

export type FileIncidentOutcome =
  | { readonly reportId: string }
  | { readonly refusal: 'deployment-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'deployment-takes-no-reports'; readonly status: DeploymentStatus };

/**
 * Reports that something happened to a volunteer or by them: at once, whatever is due. By the volunteer, the host or those
 * who run placements; who did not write it and does not run placements never learns of it.
 */
export function fileIncident(em: EntityManager, command: FileIncident, now: Date): Promise<FileIncidentOutcome> {
  const { viewer, idempotencyKey: key, deploymentId, text, severity } = command;
  const claim = { actorId: viewer.personId, operation: 'fileIncident', key, input: { deploymentId, text, severity } };
  return em.transactional((tx) => once<FileIncidentOutcome>(tx, claim, now, () => note(tx, command, now)));
}

async function note(
  tx: EntityManager,
  { viewer, deploymentId, text, severity }: FileIncident,
  now: Date,
): Promise<FileIncidentOutcome> {
  const deployment = await lockDeployment(tx, deploymentId);
  if (!deployment) return { refusal: 'deployment-not-found' };
  const { personId, status } = deployment;
  const actors = actorsOnDeployment(viewer, { personId, hostOrganisationId: deployment.hostOrganisation.id });
  if (actors.length === 0 || (await isErased(tx, personId))) return { refusal: 'deployment-not-found' };
  if (!takesReports(status)) return { refusal: 'deployment-takes-no-reports', status };

  const { timeZone } = await deployment.hostOrganisation.loadOrFail();
  const today = dayIn(timeZone, now);
  const kind = DutyReportKind.INCIDENT;
  const to = DutyReportState.SUBMITTED;
  const report = tx.create(DutyReport, {
    id: newId('duty_report'),
    deployment,
    personId,
    kind,
    period: 1 + (await tx.count(DutyReport, { deployment, kind })),
    coversFrom: today,
    coversUntil: today,
    opensOn: today,
    timeZone,
    state: to,
    severity,
    text,
    submittedAt: now,
    submittedById: viewer.personId,
  });
  const act = { actorId: viewer.personId, command: 'fileIncident' };
  journalStep(tx, { report, deployment }, { ...act, from: null, to }, now);
  await tx.flush();
  return { reportId: report.id };
}
