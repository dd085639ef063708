import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { FormViolation } from '../form/form.rules.ts';
import { checkStep, type StepRefusal } from '../form/step.rules.ts';
import { lockProject } from '../project/lock-project.ts';
import { SmallGrant } from './grant.entity.ts';
import { checkGranted, GrantStatus, grantTransitions } from './grant.rules.ts';

export interface MoveGrant {
  readonly viewer: Viewer;
  /** As the graph calls it. */
  readonly command: string;
  readonly grantId: string;
  readonly to: GrantStatus;
  /** Minor units; null for all that was asked for. */
  readonly granted?: number | null;
  /** Checked already. */
  readonly report?: { readonly report: string; readonly result: Texts };
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveGrantOutcome =
  | { readonly grantId: string }
  | { readonly refusal: 'grant-not-found' }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] }
  | StepRefusal;

/**
 * Grants or rejects what is asked for, reports on a grant, and accepts or returns a report, as the viewer may.
 *
 * Locks the project before the grant, until commit. To whoever neither represents the organisation nor moderates there
 * is no such grant.
 */
export function moveGrant(
  em: EntityManager,
  { viewer, command, grantId, to, granted = null, report, reason, expectedVersion }: MoveGrant,
  now: Date,
): Promise<MoveGrantOutcome> {
  return em.transactional(async (tx) => {
    const known = await tx.findOne(SmallGrant, grantId);
    const locked = known && (await lockProject(tx, known.projectId, viewer, LockMode.PESSIMISTIC_READ));
    if (!locked) return { refusal: 'grant-not-found' };
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const grant = await tx.findOneOrFail(SmallGrant, grantId, lock);
    const refusal = checkStep(grantTransitions, grant, { to, by: locked.by, expectedVersion });
    if (refusal) return refusal;
    const { status: from, askedAmount, projectId } = grant;
    const changes: { field: string; from: string | number | null; to: string | number | null }[] = [
      { field: 'status', from, to },
    ];
    if (to === GrantStatus.APPROVED) {
      const amount = granted ?? askedAmount;
      const violations = checkGranted(amount, askedAmount);
      if (violations.length > 0) return { refusal: 'invalid', violations };
      grant.grantedAmount = amount;
      changes.push({ field: 'grantedAmount', from: null, to: amount });
    }

    tx.assign(grant, { status: to, decisionReason: reason, ...report });
    audit(tx, { actorId: personOf(viewer), command, subjectId: grantId, changes, reason }, now);
    publish(tx, 'GrantMoved', { grantId, projectId, from, to }, now);
    return { grantId };
  });
}
