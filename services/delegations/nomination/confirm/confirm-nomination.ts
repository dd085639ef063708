import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { isComing } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { keysOf } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { NominationStatus, nominationTransitions } from '../nomination.rules.ts';

export interface ConfirmNomination {
  /** The nominee. */
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly nominationId: string;
  readonly expectedVersion: number | null;
}

export type ConfirmNominationOutcome =
  | { readonly nominationId: string }
  | { readonly refusal: 'nomination-not-found' | 'alternate-stands-by' | 'idempotency-key-reused' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | Closed
  | {
      readonly refusal: 'invalid-transition';
      readonly from: NominationStatus;
      readonly to: NominationStatus;
      readonly allowed: readonly NominationStatus[];
    };

const { CLAIMING, CONFIRMED } = NominationStatus;

/**
 * A nominee confirms, and claims a seat of the forum, which answers later: until then the nomination is `CLAIMING`.
 *
 * Who has taken over somebody's place confirms until the deadline of substitutions. Confirming what is being claimed or
 * confirmed already changes nothing.
 */
export function confirmNomination(
  em: EntityManager,
  { idempotencyKey, ...command }: ConfirmNomination,
  now: Date,
): Promise<ConfirmNominationOutcome> {
  const { actorId, ...input } = command;
  return em.transactional((tx) =>
    once<ConfirmNominationOutcome>(
      tx,
      { actorId, operation: 'confirmNomination', key: idempotencyKey, input },
      now,
      () => confirm(tx, command, now),
    ),
  );
}

async function confirm(
  tx: EntityManager,
  { actorId, nominationId, expectedVersion }: Omit<ConfirmNomination, 'idempotencyKey'>,
  now: Date,
): Promise<ConfirmNominationOutcome> {
  const locked = await lockNomination(tx, nominationId);
  if (!locked || locked.nomination.personId !== actorId) return { refusal: 'nomination-not-found' };
  const { nomination, delegation } = locked;
  const { status: from, version } = nomination;
  if (from === CLAIMING || from === CONFIRMED) return { nominationId };
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const allowed = transitionsFrom(nominationTransitions, from, 'nominee');
  if (!allowed.includes(CLAIMING)) return { refusal: 'invalid-transition', from, to: CLAIMING, allowed };
  if (nomination.isAlternate) return { refusal: 'alternate-stands-by' };
  const { confirmation, substitution, timeZone } = await deadlinesOf(tx, delegation.editionId);
  const closesAt = nomination.replacesId ? substitution : confirmation;
  const closed = closedRefusal(delegation.status, { closesAt, timeZone }, isComing, now);
  if (closed) return closed;

  nomination.status = CLAIMING;
  nomination.claims += 1;
  nomination.claimRefusal = null;
  nomination.refusedForId = null;
  const changes = [{ field: 'status', from, to: CLAIMING }];
  audit(tx, { actorId, command: 'confirmNomination', subjectId: nominationId, changes }, now);
  const { category, claims: claim, nominatedById = null } = nomination;
  publish(tx, 'SeatClaimed', { ...keysOf(nomination), category, claim, nominatedById }, now);
  return { nominationId };
}
