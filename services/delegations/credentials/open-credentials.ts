import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Nomination } from '../nomination/nomination.entity.ts';
import { Credentials } from './credentials.entity.ts';

/** The credentials of a nomination, which the caller has locked; null while there are none. */
export function findCredentials(tx: EntityManager, nominationId: string): Promise<Credentials | null> {
  return tx.findOne(Credentials, nominationId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Has the credentials of a nomination wait to be checked from now on, in the caller's transaction. */
export async function openCredentials(tx: EntityManager, nomination: Nomination, now: Date): Promise<Credentials> {
  const { id: nominationId, editionId, personId = null, nominatedById = null } = nomination;
  const credentials =
    (await findCredentials(tx, nominationId)) ??
    tx.create(Credentials, {
      nominationId,
      editionId,
      delegationId: nomination.delegation.id,
      personId,
      nominatedById,
      met: [],
    });
  // What was decided before is decided anew; what was found stays for whoever looks at it next.
  return tx.assign(credentials, { waitingSince: now, decision: null, decidedAt: null, decidedById: null });
}
