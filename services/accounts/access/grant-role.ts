import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role, ScopeKind } from '../../shared/access/access.rules.ts';
import { once } from '../../shared/idempotency/once.ts';
import { kindOfId, newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { SignInAddress } from '../address/sign-in-address.entity.ts';
import { RoleGrant } from './role-grant.entity.ts';
import { mayRunUntil, scopeOf } from './role-grant.rules.ts';

export interface GrantRole {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly email: string;
  readonly role: Role;
  readonly scopeId: string | null;
  readonly until: Date | null;
}

export type GrantRoleOutcome =
  | { readonly grantId: string }
  | { readonly refusal: 'person-not-found' | 'grant-to-oneself' | 'already-ended' | 'idempotency-key-reused' }
  | { readonly refusal: 'wrong-scope'; readonly expected: ScopeKind };

/**
 * Entrusts somebody with a role over a scope, from now on.
 *
 * A grant that is in force already is the answer, and nothing changes. Nobody grants to themself: administrators are made
 * by other administrators.
 */
export function grantRole(em: EntityManager, command: GrantRole, now: Date): Promise<GrantRoleOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  return em.transactional((tx) =>
    once<GrantRoleOutcome>(tx, { actorId, operation: 'grantRole', key: idempotencyKey, input }, now, () =>
      grant(tx, command, now),
    ),
  );
}

async function grant(tx: EntityManager, command: GrantRole, now: Date): Promise<GrantRoleOutcome> {
  const { actorId, role, until } = command;
  const scope = scopeOf(role, command.scopeId, command.scopeId && kindOfId(command.scopeId));
  if ('problem' in scope) return { refusal: 'wrong-scope', expected: scope.expected };
  if (!mayRunUntil(until, now)) return { refusal: 'already-ended' };
  const address = await tx.findOne(SignInAddress, { email: command.email.toLowerCase() });
  if (!address) return { refusal: 'person-not-found' };
  const { personId } = address;
  if (personId === actorId) return { refusal: 'grant-to-oneself' };

  // Two administrators granting the same at once queue here; the second finds what the first made.
  await tx.execute('select from person where id = ? for update', [personId]);
  const inForce = await tx.findOne(RoleGrant, {
    personId,
    role,
    scopeKind: scope.kind,
    scopeId: scope.id,
    revokedAt: null,
    until: until === null ? null : { $gte: until },
  });
  if (inForce) return { grantId: inForce.id };

  const { id } = tx.create(RoleGrant, {
    id: newId('role_grant'),
    personId,
    role,
    scopeKind: scope.kind,
    scopeId: scope.id,
    since: now,
    until,
    grantedById: actorId,
  });
  const changes = [
    { field: 'role', from: null, to: role },
    { field: 'scope', from: null, to: scope.id ?? scope.kind },
    { field: 'until', from: null, to: until?.toISOString() ?? null },
  ];
  audit(tx, { actorId, onBehalfOfId: null, command: 'grantRole', subjectId: personId, changes }, now);
  publish(tx, 'RoleGranted', { grantId: id, personId, role, scopeKind: scope.kind, scopeId: scope.id }, now);
  return { grantId: id };
}
