import type { EntityManager } from '@mikro-orm/postgresql';
import type { Deployment } from '../../deployment/deployment.entity.ts';
import { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { CompletionItem } from '../../deployment/ending/completion.rules.ts';
import { markCompletionItem } from '../../deployment/ending/completion-gate.ts';
import type { ClosingReportKind } from '../report.rules.ts';

const ITEMS: Readonly<Record<ClosingReportKind, CompletionItem>> = {
  FINAL: CompletionItem.FINAL_REPORT_ACCEPTED,
  HOST_EVALUATION: CompletionItem.HOST_EVALUATION_FILED,
};

export interface ClosingNote {
  readonly kind: ClosingReportKind;
  /** Whether it is there as completing the service asks for it; false where it was, and another word is asked for. */
  readonly done: boolean;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Notes on the end checklist whether a closing report is there: the final report accepted, the host's evaluation handed
 * in. What was completed stays so. In the transaction of that step, which holds the lock on the deployment.
 */
export async function noteClosing(
  tx: EntityManager,
  { id: deploymentId, status }: Deployment,
  { kind, ...mark }: ClosingNote,
  now: Date,
): Promise<void> {
  if (!mark.done && status === DeploymentStatus.COMPLETED) return;
  await markCompletionItem(tx, { deploymentId, item: ITEMS[kind], ...mark }, now);
}
