import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import type { Delegation } from '../../delegation/delegation.entity.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { isComing } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { endNomination, keysOf } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import type { Nomination } from '../nomination.entity.ts';
import { INACTIVE, NominationStatus, nominationTransitions, type QuotaCategory } from '../nomination.rules.ts';
import { type Postage, tellNominees } from '../nominee/tell-nominees.ts';
import { type AlreadySubstituted, substitutionsOf, useWaivers, waiversFor } from '../waiver/substitution-limit.ts';

export interface PromoteAlternate {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly nominationId: string;
  /** Of whose place they take over; null to take a free one of the quota. */
  readonly insteadOfId: string | null;
  readonly reason: string | null;
  readonly mayCompose: (delegationId: string) => boolean;
}

export type PromoteAlternateOutcome =
  | { readonly promotedId: string; readonly replacedId: string | null }
  | {
      readonly refusal: 'nomination-not-found' | 'not-an-alternate' | 'alternate-stands-by' | 'idempotency-key-reused';
    }
  | { readonly refusal: 'nomination-ended'; readonly status: NominationStatus }
  | { readonly refusal: 'category-differs'; readonly category: QuotaCategory }
  | {
      readonly refusal: 'quota-exceeded';
      readonly category: QuotaCategory;
      readonly allocated: number;
      readonly used: number;
    }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: NominationStatus;
      readonly to: NominationStatus;
      readonly allowed: readonly NominationStatus[];
    }
  | AlreadySubstituted
  | Closed;

const { REPLACED } = NominationStatus;

/**
 * Makes an alternate a full member of the delegation, in one act: in the place and the role of somebody who leaves, or on a
 * free place of the quota. They confirm for themself, and claim their seat with it.
 *
 * Taking over from somebody is a substitution, and counts as one.
 */
export function promoteAlternate(
  em: EntityManager,
  postage: Postage,
  command: PromoteAlternate,
  now: Date,
): Promise<PromoteAlternateOutcome> {
  const { actorId, idempotencyKey: key, mayCompose: _may, ...input } = command;
  return em.transactional((tx) =>
    once<PromoteAlternateOutcome>(tx, { actorId, operation: 'promoteAlternate', key, input }, now, async () => {
      const locked = await lockNomination(tx, command.nominationId);
      if (!locked || !command.mayCompose(locked.delegation.id)) return { refusal: 'nomination-not-found' };
      const { nomination, delegation } = locked;
      const refusal = await standing(tx, nomination, delegation, now);
      if (refusal) return refusal;
      const place =
        command.insteadOfId === null
          ? await takeFreePlace(tx, nomination)
          : await takeOver(tx, nomination, command.insteadOfId, command, now);
      if ('refusal' in place) return place;
      await promote(tx, nomination, place, command, now);
      const { id: nominationId, personId } = nomination;
      // Without an account they hear of it from the delegation: their address is not kept.
      const nominees = personId ? [{ nominationId, to: { personId }, isAlternate: false }] : [];
      await tellNominees(tx, postage, { delegation, nominees }, now);
      return { promotedId: nominationId, replacedId: place.replaced?.id ?? null };
    }),
  );
}

type Refusal = Extract<PromoteAlternateOutcome, { refusal: string }>;

async function standing(
  tx: EntityManager,
  { status, isAlternate }: Nomination,
  delegation: Delegation,
  now: Date,
): Promise<Refusal | null> {
  if (INACTIVE.includes(status)) return { refusal: 'nomination-ended', status };
  if (!isAlternate) return { refusal: 'not-an-alternate' };
  const { substitution: closesAt, timeZone } = await deadlinesOf(tx, delegation.editionId);
  return closedRefusal(delegation.status, { closesAt, timeZone }, isComing, now);
}

/** Where an alternate comes to be a full member. */
interface Place {
  readonly replaced: Nomination | null;
  readonly waivers: readonly string[];
}

async function takeFreePlace(tx: EntityManager, { delegation, category }: Nomination): Promise<Place | Refusal> {
  const [quota] = await tx.execute<{ allocated: number; used: number }[]>(
    'select allocated, used from quota where delegation_id = ? and category = ? for no key update',
    [delegation.id, category],
  );
  const { allocated, used } = quota ?? { allocated: 0, used: 0 };
  if (used >= allocated) return { refusal: 'quota-exceeded', category, allocated, used };
  return { replaced: null, waivers: [] };
}

async function takeOver(
  tx: EntityManager,
  alternate: Nomination,
  insteadOfId: string,
  { actorId, reason }: PromoteAlternate,
  now: Date,
): Promise<Place | Refusal> {
  const locked = await lockNomination(tx, insteadOfId);
  if (!locked || locked.delegation.id !== alternate.delegation.id) return { refusal: 'nomination-not-found' };
  const { nomination: replaced } = locked;
  const { status: from, category } = replaced;
  const allowed = transitionsFrom(nominationTransitions, from, 'focal-point');
  if (!allowed.includes(REPLACED)) return { refusal: 'invalid-transition', from, to: REPLACED, allowed };
  if (replaced.isAlternate) return { refusal: 'alternate-stands-by' };
  if (category !== alternate.category) return { refusal: 'category-differs', category };
  const waivers = await waiversFor(tx, replaced, await substitutionsOf(tx, alternate));
  if ('refusal' in waivers) return waivers;
  await endNomination(tx, replaced, { actorId, command: 'promoteAlternate', to: REPLACED, reason }, now);
  return { replaced, waivers };
}

async function promote(
  tx: EntityManager,
  nomination: Nomination,
  { replaced, waivers }: Place,
  { actorId, reason }: PromoteAlternate,
  now: Date,
): Promise<void> {
  const { id: subjectId, role, personId = null } = nomination;
  nomination.isAlternate = false;
  const changes: { field: string; from: string | boolean | null; to: string | boolean }[] = [
    { field: 'isAlternate', from: true, to: false },
  ];
  if (replaced) {
    nomination.role = replaced.role;
    nomination.replacesId = replaced.id;
    changes.push({ field: 'role', from: role, to: replaced.role });
    changes.push({ field: 'replaces', from: null, to: replaced.id });
  }
  const onBehalfOfId = personId === actorId ? null : personId;
  audit(tx, { actorId, onBehalfOfId, command: 'promoteAlternate', subjectId, changes, reason }, now);
  publish(tx, 'AlternatePromoted', { ...keysOf(nomination), replacedId: replaced?.id ?? null }, now);
  await tx.flush();
  await useWaivers(tx, waivers, subjectId, now);
}
