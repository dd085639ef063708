import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Delegation } from '../delegation/delegation.entity.ts';
import { Nomination } from './nomination.entity.ts';

/** Class of the advisory locks on which those queue who name people for the same edition. */
const NOMINATION_LOCKS = 90_211;

/** Makes those wait who name people for the same edition, so that nobody is named by two delegations at one moment. */
export async function lockNominations(tx: EntityManager, editionId: string): Promise<void> {
  await tx.flush();
  await tx.execute(`select pg_advisory_xact_lock(${NOMINATION_LOCKS}, hashtext(current_schema() || '/' || ?))`, [
    editionId,
  ]);
}

/** A delegation under lock, and who is named for its edition before it. Null where there is none. */
export async function lockDelegation(tx: EntityManager, id: string): Promise<Delegation | null> {
  const known = await tx.findOne(Delegation, id);
  if (!known) return null;
  await lockNominations(tx, known.editionId);
  return tx.findOne(Delegation, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

export interface LockedNomination {
  readonly nomination: Nomination;
  readonly delegation: Delegation;
}

/** A nomination under lock, and its delegation before it. Null where there is none. */
export async function lockNomination(tx: EntityManager, id: string): Promise<LockedNomination | null> {
  const known = await tx.findOne(Nomination, id);
  const delegation = known && (await lockDelegation(tx, known.delegation.id));
  if (!delegation) return null;
  const nomination = await tx.findOneOrFail(Nomination, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return { nomination, delegation };
}
