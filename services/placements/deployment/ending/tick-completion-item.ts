import type { EntityManager } from '@mikro-orm/postgresql';
import { type ActRefusal, type DeploymentAct, deploymentToActOn } from '../act-on-deployment.ts';
import type { DeploymentStatus } from '../deployment.rules.ts';
import { type CompletionItem, type CompletionParty, mayTick, partyOf, TICKABLE } from './completion.rules.ts';
import { markCompletionItem } from './completion-gate.ts';

export interface TickCompletionItem extends DeploymentAct {
  readonly item: CompletionItem;
  /** False takes it back. */
  readonly done: boolean;
}

export type TickCompletionItemOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | { readonly refusal: 'wrong-stage'; readonly status: DeploymentStatus }
  | { readonly refusal: 'item-of-others'; readonly party: CompletionParty };

/** Ticks an item of the end checklist, by whoever it belongs to: the volunteer, the host or the office. */
export function tickCompletionItem(
  em: EntityManager,
  { item, done, ...act }: TickCompletionItem,
  now: Date,
): Promise<TickCompletionItemOutcome> {
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, act, now);
    if ('refusal' in acted) return acted;
    const { deployment, actors, actorId } = acted;
    if (!TICKABLE.includes(deployment.status)) return { refusal: 'wrong-stage', status: deployment.status };
    if (!mayTick(item, actors)) return { refusal: 'item-of-others', party: partyOf(item) };
    const mark = { deploymentId: deployment.id, item, done, actorId, command: 'tickCompletionItem' };
    await markCompletionItem(tx, mark, now);
    return { deploymentId: deployment.id };
  });
}
