import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { checkStep, type StepRefusal } from '../../form/step.rules.ts';
import { lockOpening } from '../move-opening.ts';
import type { Opening } from '../opening.entity.ts';
import { actorsOnOpening, type OpeningStatus, openingTransitions } from '../opening.rules.ts';

/** Which opening to move, by whom, and from which version of it; null to move whatever is there. */
export interface MoveOpening {
  readonly viewer: Viewer;
  readonly openingId: string;
  readonly expectedVersion: number | null;
}

export type NoMove = { readonly refusal: 'opening-not-found' } | StepRefusal;

/** Locks an opening that the viewer may take to another state, or says why not. Strangers find none. */
export async function openingToMove(
  tx: EntityManager,
  { viewer, openingId, expectedVersion }: MoveOpening,
  to: OpeningStatus,
): Promise<{ readonly opening: Opening } | NoMove> {
  const opening = await lockOpening(tx, openingId);
  const by = opening ? actorsOnOpening(viewer, opening.hostOrganisation.id) : [];
  if (!opening || by.length === 0) return { refusal: 'opening-not-found' };
  return checkStep(openingTransitions, opening, { to, by, expectedVersion }) ?? { opening };
}
