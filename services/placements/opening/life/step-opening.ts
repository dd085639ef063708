import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { moveOpening } from '../move-opening.ts';
import { OpeningStatus } from '../opening.rules.ts';
import { type MoveOpening, type NoMove, openingToMove } from './opening-to-move.ts';

export interface StepOpening extends MoveOpening {
  /** As the graph calls it. */
  readonly command: 'returnOpening' | 'closeOpening' | 'beginSelection';
  /** Checked already; null where none is asked for. */
  readonly reason: string | null;
}

export type StepOpeningOutcome = { readonly openingId: string } | NoMove;

const targets = {
  returnOpening: OpeningStatus.DRAFT,
  closeOpening: OpeningStatus.CLOSED_FOR_APPLICATIONS,
  beginSelection: OpeningStatus.SELECTION,
} as const;

/** Gives an opening back to be worked over, closes it for applications before the deadline, or begins to select. */
export function stepOpening(em: EntityManager, step: StepOpening, now: Date): Promise<StepOpeningOutcome> {
  const { viewer, command, reason } = step;
  const to = targets[command];
  return em.transactional(async (tx) => {
    const found = await openingToMove(tx, step, to);
    if ('refusal' in found) return found;
    const { opening } = found;
    if (command === 'returnOpening') opening.returnReason = reason;
    if (command === 'closeOpening') opening.closedAt = now;
    await moveOpening(tx, opening, { to, actorId: personOf(viewer), command, reason }, now);
    return { openingId: opening.id };
  });
}
