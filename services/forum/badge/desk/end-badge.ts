import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Registration } from '../../registration/registration.entity.ts';
import { Badge } from '../badge.entity.ts';
import { BadgeStatus, badgeTransitions } from '../badge.rules.ts';
import { type BadgeAct, type BadgeRefusal, lockBadge } from './lock-badge.ts';

export type EndBadgeOutcome = { readonly badgeId: string } | BadgeRefusal;

/** Stops a badge that its holder has lost. */
export function reportBadgeLost(em: EntityManager, act: BadgeAct, now: Date): Promise<EndBadgeOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockBadge(tx, act, BadgeStatus.LOST);
    if ('refusal' in locked) return locked;
    end(tx, locked.badge, BadgeStatus.LOST, { actorId: act.actorId, command: 'reportBadgeLost' }, now);
    return { badgeId: locked.badge.id };
  });
}

/** Takes a badge out of force for a reason, which has been checked already. */
export function revokeBadge(
  em: EntityManager,
  act: BadgeAct & { readonly reason: string },
  now: Date,
): Promise<EndBadgeOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockBadge(tx, act, BadgeStatus.REVOKED);
    if ('refusal' in locked) return locked;
    const { actorId, reason } = act;
    end(tx, locked.badge, BadgeStatus.REVOKED, { actorId, command: 'revokeBadge', reason }, now);
    return { badgeId: locked.badge.id };
  });
}

/** Who ends a badge, by which use case. */
export interface EndingAct {
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

const REVOCABLE = badgeTransitions
  .filter(({ to, by }) => to === BadgeStatus.REVOKED && by.includes('portal'))
  .map(({ from }) => from);

/** Revokes the badges of registrations that end, in the transaction which ends them and holds their locks. */
export async function revokeBadges(
  tx: EntityManager,
  registrations: readonly Registration[],
  { actorId, command }: EndingAct,
  now: Date,
): Promise<void> {
  if (registrations.length === 0) return;
  const badges = await tx.find(
    Badge,
    { registration: { $in: registrations.map(({ id }) => id) }, status: { $in: REVOCABLE } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const badge of badges) end(tx, badge, BadgeStatus.REVOKED, { actorId, command }, now);
}

function end(
  tx: EntityManager,
  badge: Badge,
  to: BadgeStatus.LOST | BadgeStatus.REVOKED,
  act: EndingAct,
  now: Date,
): void {
  const { id, status: from } = badge;
  badge.status = to;
  // One that was lost has been out of force since then.
  badge.endedAt ??= now;
  audit(tx, { ...act, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  const type = to === BadgeStatus.LOST ? 'BadgeLost' : 'BadgeRevoked';
  publish(tx, type, { badgeId: id, registrationId: badge.registration.id, editionId: badge.edition.id }, now);
}
