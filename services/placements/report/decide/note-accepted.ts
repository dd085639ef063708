import type { EntityManager } from '@mikro-orm/postgresql';
import type { Deployment } from '../../deployment/deployment.entity.ts';
import { CompletionItem } from '../../deployment/ending/completion.rules.ts';
import { markCompletionItem } from '../../deployment/ending/completion-gate.ts';
import { DutyReportKind } from '../report.rules.ts';

/**
 * Notes that a closing report is there as completing the service asks for it: the final report accepted, the host's
 * evaluation handed in. In the transaction of that step, which holds the lock on the deployment.
 */
export async function noteAccepted(
  tx: EntityManager,
  { id: deploymentId }: Deployment,
  kind: DutyReportKind,
  actorId: string,
  now: Date,
): Promise<void> {
  const isFinal = kind === DutyReportKind.FINAL;
  const item = isFinal ? CompletionItem.FINAL_REPORT_ACCEPTED : CompletionItem.HOST_EVALUATION_FILED;
  await markCompletionItem(tx, { deploymentId, item, done: true, actorId, command: 'noteClosingReport' }, now);
}
