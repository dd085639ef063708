import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { moveOpening } from '../move-opening.ts';
import { OpeningStatus } from '../opening.rules.ts';
import { type MoveOpening, type NoMove, openingToMove } from './opening-to-move.ts';
import { type Incomplete, incompleteTexts } from './publication.rules.ts';

export type SubmitOpeningOutcome = { readonly openingId: string } | Incomplete | NoMove;

/** Hands a draft in to be reviewed, once it is written in full in one language. What it was returned for is forgotten. */
export function submitOpening(em: EntityManager, command: MoveOpening, now: Date): Promise<SubmitOpeningOutcome> {
  return em.transactional(async (tx) => {
    const to = OpeningStatus.IN_REVIEW;
    const found = await openingToMove(tx, command, to);
    if ('refusal' in found) return found;
    const { opening } = found;
    const incomplete = incompleteTexts(opening);
    if (incomplete) return incomplete;
    opening.returnReason = null;
    await moveOpening(tx, opening, { to, actorId: personOf(command.viewer), command: 'submitOpening' }, now);
    return { openingId: opening.id };
  });
}
