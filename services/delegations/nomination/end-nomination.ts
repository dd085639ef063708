import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { tellGivenUp } from '../delegation/reserve/tell-reserve.ts';
import type { Nomination } from './nomination.entity.ts';
import { DelegationRole, NominationStatus } from './nomination.rules.ts';

/** A way out of a delegation, and whose act it is. */
export interface Ending {
  readonly to: NominationStatus.WITHDRAWN | NominationStatus.REPLACED | NominationStatus.REJECTED;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/**
 * Ends a nomination, and gives back its place in the quota and the seat it has claimed.
 *
 * In the caller's transaction, which holds the lock and knows that the step is allowed.
 */
export async function endNomination(
  tx: EntityManager,
  nomination: Nomination,
  { to, ...act }: Ending,
  now: Date,
): Promise<void> {
  const { id, status: from, personId, role } = nomination;
  const delegationId = nomination.delegation.id;
  nomination.status = to;
  const onBehalfOfId = personId !== act.actorId && act.actorId !== null ? (personId ?? null) : null;
  audit(tx, { ...act, onBehalfOfId, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'NominationEnded', { ...keysOf(nomination), from, to }, now);
  releaseSeat(tx, nomination, now);
  if (role === DelegationRole.HEAD && personId) {
    publish(tx, 'HeadOfDelegationEnded', { delegationId, personId }, now);
  }
  await tx.flush();
  // Whoever takes over from somebody replaced takes over the place.
  if (to !== NominationStatus.REPLACED) await tellGivenUp(tx, { delegationId, category: nomination.category }, now);
}

/** Tells the forum that a seat is not needed any more; also one that it has not given yet. */
function releaseSeat(tx: EntityManager, { id, claims, editionId }: Nomination, now: Date): void {
  if (claims > 0) publish(tx, 'SeatReleased', { nominationId: id, claim: claims, editionId }, now);
}

/** What an event about a nomination says whom it concerns by. */
export function keysOf({ id, delegation, editionId, personId }: Nomination) {
  return { nominationId: id, delegationId: delegation.id, editionId, personId: personId ?? null };
}
