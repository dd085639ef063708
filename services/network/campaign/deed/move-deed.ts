import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { actorsOf, checkStep, type StepRefusal } from '../../form/step.rules.ts';
import { Deed } from './deed.entity.ts';
import { type DeedStatus, deedTransitions } from './deed.rules.ts';

export interface MoveDeed {
  readonly viewer: Viewer;
  /** As the graph calls it. */
  readonly command: string;
  readonly deedId: string;
  readonly to: DeedStatus;
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveDeedOutcome = { readonly deedId: string } | { readonly refusal: 'deed-not-found' } | StepRefusal;

/**
 * Approves, rejects or withdraws a deed, as the viewer may. The database counts it while it is approved.
 *
 * To whoever neither filed it nor moderates there is no such deed.
 */
export function moveDeed(
  em: EntityManager,
  { viewer, command, deedId, to, reason, expectedVersion }: MoveDeed,
  now: Date,
): Promise<MoveDeedOutcome> {
  return em.transactional(async (tx) => {
    const deed = await tx.findOne(Deed, deedId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const by = deed ? actorsOf(viewer, [deed.filedById]) : [];
    if (!deed || by.length === 0) return { refusal: 'deed-not-found' };
    const refusal = checkStep(deedTransitions, deed, { to, by, expectedVersion });
    if (refusal) return refusal;

    const { status: from, campaignId } = deed;
    tx.assign(deed, { status: to, decisionReason: reason });
    const changes = [{ field: 'status', from, to }];
    audit(tx, { actorId: personOf(viewer), command, subjectId: deedId, changes, reason }, now);
    publish(tx, 'DeedMoved', { deedId, campaignId, from, to }, now);
    return { deedId };
  });
}
