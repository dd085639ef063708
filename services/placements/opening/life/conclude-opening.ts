import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { moveOpening } from '../move-opening.ts';
import { outcomeOf } from '../opening.rules.ts';
import { positionsOf } from '../positions.ts';
import { endApplications } from './end-applications.ts';
import { farewells } from './ending.rules.ts';
import { type MoveOpening, type NoMove, openingToMove } from './opening-to-move.ts';

export type ConcludeOpeningOutcome =
  | { readonly openingId: string }
  | { readonly refusal: 'offers-open'; readonly offered: number }
  | NoMove;

/**
 * Ends selection: filled, partly filled or unfilled, as its positions are. Whoever is left is told in the same
 * transaction that they are not selected, and why.
 *
 * Waits for open offers: they hold positions, and their holders are not told off while they think.
 */
export function concludeOpening(em: EntityManager, command: MoveOpening, now: Date): Promise<ConcludeOpeningOutcome> {
  const { openingId, viewer } = command;
  return em.transactional(async (tx) => {
    const positions = await lockedPositions(tx, openingId);
    if (!positions) return { refusal: 'opening-not-found' };
    const to = outcomeOf(positions);
    const found = await openingToMove(tx, command, to);
    if ('refusal' in found) return found;
    const { opening } = found;
    if (positions.offered > 0) return { refusal: 'offers-open', offered: positions.offered };

    const act = { actorId: personOf(viewer), command: 'concludeOpening' };
    opening.closedAt = now;
    await moveOpening(tx, opening, { ...act, to }, now);
    for (const { outcome, from } of farewells(to)) {
      await endApplications(tx, { ...act, openingId, from, to: ApplicationStatus.NOT_SELECTED, outcome }, now);
    }
    return { openingId };
  });
}

/** Positions of an opening under lock: where it goes depends on them. Null where there is none. */
async function lockedPositions(tx: EntityManager, openingId: string) {
  const [opening] = await tx.execute<{ id: string }[]>('select id from opening where id = ? for update', [openingId]);
  return opening ? positionsOf(tx, openingId) : null;
}
