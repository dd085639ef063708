import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { Credentials } from '../credentials.entity.ts';

/** What an erased officer worked on is there for another one to take. */
export async function releaseErasedOwner(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const owned = await tx.find(
    Credentials,
    { ownerId: personId },
    { orderBy: { nominationId: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const credentials of owned) {
    tx.assign(credentials, { ownerId: null, takenAt: null });
    const changes = [{ field: 'owner', from: personId, to: null }];
    audit(tx, { actorId: null, command: 'releaseCredentials', subjectId: credentials.nominationId, changes }, now);
  }
}
