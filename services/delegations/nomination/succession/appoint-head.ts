import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { isComing } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { endNomination } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { Nomination } from '../nomination.entity.ts';
import { DelegationRole, INACTIVE, NominationStatus, SEATED } from '../nomination.rules.ts';

/** What a head is from then on; null to leave the delegation. */
export type RoleAfter = Exclude<DelegationRole, DelegationRole.HEAD> | null;

export interface AppointHead {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Of who becomes head. */
  readonly nominationId: string;
  readonly formerHeadRole: RoleAfter;
  readonly reason: string | null;
  readonly expectedVersion: number | null;
  /** Whether the actor composes a delegation. */
  readonly mayCompose: (delegationId: string) => boolean;
}

export type AppointHeadOutcome =
  | { readonly headId: string; readonly formerHeadId: string | null }
  | { readonly refusal: 'nomination-not-found' | 'alternate-stands-by' | 'idempotency-key-reused' }
  | { readonly refusal: 'nomination-ended'; readonly status: NominationStatus }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | Closed;

/**
 * Hands the office of head over to somebody whom the delegation has named, in one act: at no moment has it two heads, or
 * none. Who was head stays in another role, or leaves.
 *
 * Public is the name of a head who has confirmed. Appointing who is head already changes nothing.
 */
export function appointHead(em: EntityManager, command: AppointHead, now: Date): Promise<AppointHeadOutcome> {
  const { actorId, idempotencyKey: key, mayCompose: _may, ...input } = command;
  return em.transactional((tx) =>
    once<AppointHeadOutcome>(tx, { actorId, operation: 'appointHead', key, input }, now, () =>
      appoint(tx, command, now),
    ),
  );
}

async function appoint(tx: EntityManager, command: AppointHead, now: Date): Promise<AppointHeadOutcome> {
  const { actorId, nominationId, expectedVersion, mayCompose, reason } = command;
  const locked = await lockNomination(tx, nominationId);
  if (!locked || !mayCompose(locked.delegation.id)) return { refusal: 'nomination-not-found' };
  const { nomination, delegation } = locked;
  const { status, role, version } = nomination;
  if (INACTIVE.includes(status)) return { refusal: 'nomination-ended', status };
  if (role === DelegationRole.HEAD) return { headId: nominationId, formerHeadId: null };
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  if (nomination.isAlternate) return { refusal: 'alternate-stands-by' };
  const { substitution: closesAt, timeZone } = await deadlinesOf(tx, delegation.editionId);
  const closed = closedRefusal(delegation.status, { closesAt, timeZone }, isComing, now);
  if (closed) return closed;

  const former = await tx.findOne(
    Nomination,
    { delegation, role: DelegationRole.HEAD, status: { $nin: [...INACTIVE] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (former) await endHeadship(tx, former, command, now);
  nomination.role = DelegationRole.HEAD;
  const changes = [{ field: 'role', from: role, to: DelegationRole.HEAD }];
  audit(tx, { actorId, command: 'appointHead', subjectId: nominationId, changes, reason }, now);
  const { id: delegationId } = delegation;
  const { personId = null } = nomination;
  publish(tx, 'HeadAppointed', { delegationId, nominationId, formerHeadId: former?.id ?? null }, now);
  if (personId && SEATED.includes(status)) publish(tx, 'HeadOfDelegationNamed', { delegationId, personId }, now);
  return { headId: nominationId, formerHeadId: former?.id ?? null };
}

async function endHeadship(
  tx: EntityManager,
  former: Nomination,
  { actorId, formerHeadRole: to, reason }: AppointHead,
  now: Date,
): Promise<void> {
  const act = { actorId, command: 'appointHead', reason };
  if (to === null) return endNomination(tx, former, { ...act, to: NominationStatus.WITHDRAWN }, now);
  const { id: subjectId, role: from, personId } = former;
  former.role = to;
  audit(tx, { ...act, subjectId, changes: [{ field: 'role', from, to }] }, now);
  if (personId) publish(tx, 'HeadOfDelegationEnded', { delegationId: former.delegation.id, personId }, now);
  // Before the successor is head: the database never holds two.
  await tx.flush();
}
