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
  const credentials = (await findCredentials(tx, nomination.id)) ?? (await create(tx, nomination));
  // What was decided before is decided anew; what was found stays for whoever looks at it next.
  return tx.assign(credentials, { waitingSince: now, decision: null, decidedAt: null, decidedById: null });
}

async function create(tx: EntityManager, nomination: Nomination): Promise<Credentials> {
  const { id: nominationId, editionId, delegation, personId = null, nominatedById = null } = nomination;
  const erased = personId ? await tx.execute('select from erased_person where person_id = ?', [personId]) : [];
  return tx.create(Credentials, {
    nominationId,
    editionId,
    delegationId: delegation.id,
    // Word of a seat may come for somebody who is erased meanwhile: nothing new is kept under their ID.
    personId: erased.length > 0 ? null : personId,
    nominatedById,
    met: [],
  });
}
