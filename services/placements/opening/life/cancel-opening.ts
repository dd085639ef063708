import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { OVER } from '../../deployment/deployment.rules.ts';
import { moveOpening } from '../move-opening.ts';
import { OpeningStatus } from '../opening.rules.ts';
import { endApplications } from './end-applications.ts';
import { IN_SELECTION } from './ending.rules.ts';
import { type MoveOpening, type NoMove, openingToMove } from './opening-to-move.ts';

export interface CancelOpening extends MoveOpening {
  /** Checked already. */
  readonly reason: string;
}

export type CancelOpeningOutcome =
  | { readonly openingId: string }
  | { readonly refusal: 'deployments-running'; readonly deployments: number }
  | NoMove;

const { NOT_SELECTED, OFFERED, RESCINDED } = ApplicationStatus;

/**
 * Cancels an opening for good. Every application that may still lead somewhere ends with it: open offers are rescinded,
 * their positions and money given back.
 *
 * Not while somebody prepares to serve in it or serves: that is ended first, person by person.
 */
export function cancelOpening(em: EntityManager, command: CancelOpening, now: Date): Promise<CancelOpeningOutcome> {
  const { openingId, viewer, reason } = command;
  return em.transactional(async (tx) => {
    const to = OpeningStatus.CANCELLED;
    const found = await openingToMove(tx, command, to);
    if ('refusal' in found) return found;
    const { opening } = found;
    const deployments = await runningDeployments(tx, openingId);
    if (deployments > 0) return { refusal: 'deployments-running', deployments };

    const act = { actorId: personOf(viewer), command: 'cancelOpening' };
    opening.closedAt = now;
    await moveOpening(tx, opening, { ...act, to, reason }, now);
    const ends = { ...act, openingId, outcome: ApplicationOutcome.OPENING_CANCELLED };
    await endApplications(tx, { ...ends, from: IN_SELECTION, to: NOT_SELECTED }, now);
    await endApplications(tx, { ...ends, from: [OFFERED], to: RESCINDED }, now);
    await tx.execute(`update offer set status = 'RESCINDED', ended_at = ? where opening_id = ? and status = 'OPEN'`, [
      now,
      openingId,
    ]);
    return { openingId };
  });
}

async function runningDeployments(tx: EntityManager, openingId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }[]>(
    'select count(*)::integer as count from deployment where opening_id = ? and status not in (?)',
    [openingId, [...OVER]],
  );
  return row?.count ?? 0;
}
