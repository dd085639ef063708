import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { endNomination } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { actorOn, NominationStatus, needsSuccessor, nominationTransitions } from '../nomination.rules.ts';

export interface WithdrawNomination {
  /** The nominee, or whoever composes the delegation. */
  readonly viewer: Viewer & { readonly personId: string };
  readonly nominationId: string;
  readonly expectedVersion: number | null;
  readonly reason: string | null;
}

export type WithdrawNominationOutcome =
  | { readonly nominationId: string }
  | { readonly refusal: 'nomination-not-found' | 'head-successor-needed' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: NominationStatus;
      readonly to: NominationStatus;
      readonly allowed: readonly NominationStatus[];
    };

const { WITHDRAWN } = NominationStatus;

/**
 * Withdraws a nomination: the place of the quota is free again, and so is the seat in the forum.
 *
 * The head of a submitted delegation leaves by naming a successor. Withdrawing what is withdrawn already changes nothing.
 */
export function withdrawNomination(
  em: EntityManager,
  { viewer, nominationId, expectedVersion, reason }: WithdrawNomination,
  now: Date,
): Promise<WithdrawNominationOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockNomination(tx, nominationId);
    if (!locked) return { refusal: 'nomination-not-found' };
    const { nomination, delegation } = locked;
    const { status: from, version, editionId, role } = nomination;
    const whose = { personId: nomination.personId ?? null, delegationId: delegation.id, editionId };
    const actor = actorOn(viewer, whose);
    if (actor !== 'focal-point' && actor !== 'nominee') return { refusal: 'nomination-not-found' };
    if (from === WITHDRAWN) return { nominationId };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    const allowed = transitionsFrom(nominationTransitions, from, actor);
    if (!allowed.includes(WITHDRAWN)) return { refusal: 'invalid-transition', from, to: WITHDRAWN, allowed };
    if (needsSuccessor(role, delegation.status)) return { refusal: 'head-successor-needed' };

    const act = { actorId: viewer.personId, command: 'withdrawNomination', reason };
    await endNomination(tx, nomination, { ...act, to: WITHDRAWN }, now);
    return { nominationId };
  });
}
