import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { type CompletionItem, partyOf } from './completion.rules.ts';
import { DoneItem } from './completion-item.entity.ts';

/** What has been done of a deployment's end checklist. */
export async function doneItems(tx: EntityManager, deploymentId: string): Promise<Set<CompletionItem>> {
  const rows = await tx.find(DoneItem, { deploymentId });
  return new Set(rows.map(({ item }) => item));
}

export interface CompletionMark {
  readonly deploymentId: string;
  readonly item: CompletionItem;
  readonly done: boolean;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
}

/**
 * Marks an item of a deployment's end checklist as done, or as not done after all. Marking it so again changes nothing.
 *
 * In the caller's transaction, which holds the lock on the deployment.
 */
export async function markCompletionItem(
  tx: EntityManager,
  { deploymentId, item, done, actorId, command }: CompletionMark,
  now: Date,
): Promise<void> {
  const earlier = await tx.findOne(DoneItem, { deploymentId, item });
  if ((earlier !== null) === done) return;
  if (earlier) tx.remove(earlier);
  else tx.create(DoneItem, { deploymentId, item, party: partyOf(item), doneAt: now, doneById: actorId });
  const changes = [{ field: `completion.${item}`, from: !done, to: done }];
  audit(tx, { actorId, command, subjectId: deploymentId, changes }, now);
  await tx.flush();
}
