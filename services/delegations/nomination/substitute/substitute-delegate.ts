import type { EntityManager } from '@mikro-orm/postgresql';
import { addressKey } from '../../../shared/events/sealed-payload.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { isComing } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { endNomination } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { insertNominees } from '../nominate/insert-nominees.ts';
import { Nomination } from '../nomination.entity.ts';
import {
  DelegationRole,
  INACTIVE,
  NominationStatus,
  needsSuccessor,
  nominationTransitions,
  type QuotaCategory,
} from '../nomination.rules.ts';
import { knownNominees } from '../nominee/known-nominees.ts';
import type { Nominee } from '../nominee/nominee.rules.ts';
import type { Postage } from '../nominee/tell-nominees.ts';
import { type AlreadySubstituted, useWaivers, waiversFor } from '../waiver/substitution-limit.ts';

export interface SubstituteDelegate {
  /** Who composes the delegation. */
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly nominationId: string;
  /** Tidied, with nothing wrong. */
  readonly successor: Nominee;
  readonly reason: string;
  /** Whether the actor composes a delegation. */
  readonly mayCompose: (delegationId: string) => boolean;
}

export type SubstituteDelegateOutcome =
  | { readonly replacedId: string; readonly successorId: string }
  | {
      readonly refusal:
        | 'nomination-not-found'
        | 'already-nominated'
        | 'alternate-stands-by'
        | 'head-already-appointed'
        | 'head-successor-needed'
        | 'idempotency-key-reused';
    }
  | { readonly refusal: 'category-differs'; readonly category: QuotaCategory }
  | AlreadySubstituted
  | Closed
  | {
      readonly refusal: 'invalid-transition';
      readonly from: NominationStatus;
      readonly to: NominationStatus;
      readonly allowed: readonly NominationStatus[];
    };

const { REPLACED } = NominationStatus;

/**
 * One person takes another's place in a delegation, in one act: the same place of the quota, and the office of head where
 * it was theirs. The predecessor's seat in the forum is free again; the successor confirms for themself.
 *
 * In one edition somebody is replaced, or replaces somebody, once, unless that is waived. Who replaces an alternate is one.
 */
export function substituteDelegate(
  em: EntityManager,
  postage: Postage,
  command: SubstituteDelegate,
  now: Date,
): Promise<SubstituteDelegateOutcome> {
  const { actorId, idempotencyKey: key, nominationId, reason } = command;
  const { email, ...successor } = command.successor;
  const successorKey = addressKey(postage.keys, email);
  const input = { nominationId, reason, successor: { ...successor, successorKey } };
  return em.transactional((tx) =>
    once<SubstituteDelegateOutcome>(tx, { actorId, operation: 'substituteDelegate', key, input }, now, () =>
      substitute(tx, postage, command, successorKey, now),
    ),
  );
}

async function substitute(
  tx: EntityManager,
  postage: Postage,
  { actorId, nominationId, successor: named, reason, mayCompose }: SubstituteDelegate,
  successorKey: string,
  now: Date,
): Promise<SubstituteDelegateOutcome> {
  const locked = await lockNomination(tx, nominationId);
  if (!locked || !mayCompose(locked.delegation.id)) return { refusal: 'nomination-not-found' };
  const { nomination, delegation } = locked;
  const { status: from, category, role } = nomination;
  const allowed = transitionsFrom(nominationTransitions, from, 'focal-point');
  if (!allowed.includes(REPLACED)) return { refusal: 'invalid-transition', from, to: REPLACED, allowed };
  const { substitution: closesAt, timeZone } = await deadlinesOf(tx, delegation.editionId);
  const closed = closedRefusal(delegation.status, { closesAt, timeZone }, isComing, now);
  if (closed) return closed;
  const successor = { ...named, isAlternate: nomination.isAlternate };
  if (successor.category !== category) return { refusal: 'category-differs', category };
  const isHead = successor.role === DelegationRole.HEAD;
  if (isHead && successor.isAlternate) return { refusal: 'alternate-stands-by' };
  if (!isHead && needsSuccessor(role, delegation.status)) return { refusal: 'head-successor-needed' };
  if (isHead && role !== DelegationRole.HEAD) {
    const heads = { delegation, role: DelegationRole.HEAD, status: { $nin: [...INACTIVE] } };
    if ((await tx.count(Nomination, heads)) > 0) return { refusal: 'head-already-appointed' };
  }
  const known = await knownNominees(tx, delegation.editionId, [successorKey]);
  const their = known.get(successorKey);
  if (their?.isNominated) return { refusal: 'already-nominated' };
  const waivers = await waiversFor(tx, nomination, their?.substitutions ?? []);
  if ('refusal' in waivers) return waivers;

  const by = { actorId, command: 'substituteDelegate' };
  await endNomination(tx, nomination, { ...by, to: REPLACED, reason }, now);
  const rows = [{ number: 1, nominee: successor, addressKey: successorKey, refusal: null }];
  const ids = await insertNominees(tx, postage, { delegation, ...by, rows, known, replacesId: nominationId }, now);
  const successorId = ids.get(1);
  if (!successorId) throw new Error(`${nominationId} has been replaced by nobody`);
  await useWaivers(tx, waivers, successorId, now);
  return { replacedId: nominationId, successorId };
}
