import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { RoleGrant } from './role-grant.entity.ts';

export interface RevokeGrant {
  readonly actorId: string;
  readonly grantId: string;
  readonly reason: string | null;
}

export type RevokeGrantOutcome = { readonly grantId: string } | { readonly refusal: 'grant-not-found' };

/** Takes a role away, at once. A grant that is revoked already stays as it was. */
export function revokeGrant(
  em: EntityManager,
  { actorId, grantId, reason }: RevokeGrant,
  now: Date,
): Promise<RevokeGrantOutcome> {
  return em.transactional(async (tx) => {
    const grant = await tx.findOne(RoleGrant, grantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!grant) return { refusal: 'grant-not-found' };
    if (grant.revokedAt) return { grantId };

    grant.revokedAt = now;
    grant.revokedById = actorId;
    const changes = [{ field: 'revokedAt', from: null, to: now.toISOString() }];
    audit(tx, { actorId, command: 'revokeGrant', subjectId: grant.personId, changes, reason }, now);
    const { personId, role, scopeKind, scopeId } = grant;
    publish(tx, 'GrantRevoked', { grantId, personId, role, scopeKind, scopeId: scopeId ?? null }, now);
    return { grantId };
  });
}
