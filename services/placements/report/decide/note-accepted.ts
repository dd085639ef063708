import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../shared/journal/journal.ts';
import type { Deployment } from '../../deployment/deployment.entity.ts';
import type { DutyReportKind } from '../report.rules.ts';

/**
 * Notes that a closing report is there as completing the service asks for it: the final report accepted, the host's
 * evaluation handed in. In the transaction of that step, which holds the lock on the deployment.
 */
export async function noteAccepted(
  tx: EntityManager,
  { id: deploymentId }: Deployment,
  kind: DutyReportKind,
  by: string,
  now: Date,
): Promise<void> {
  publish(tx, 'ClosingReportGiven', { deploymentId, kind, byId: by }, now);
}
