import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../shared/journal/journal.ts';
import { foldedKey } from '../../shared/names/fold.rules.ts';
import { Person } from './person.entity.ts';

/**
 * Makes the person behind a sign-in account, if there is none yet.
 *
 * Called at every sign-in, so that a crash between the account and the person mends itself.
 */
export function welcomePerson(
  em: EntityManager,
  { id, displayName }: { id: string; displayName: string },
  now: Date,
): Promise<void> {
  return em.transactional(async (tx) => {
    if ((await tx.count(Person, { id })) > 0) return;
    const welcomed = await tx.upsert(
      Person,
      { id, displayName, foldedName: foldedKey({ display: displayName }), languages: [], createdAt: now, version: 1 },
      { onConflictAction: 'ignore', onConflictFields: ['id'] },
    );
    audit(tx, { actorId: id, command: 'welcomePerson', subjectId: welcomed.id, changes: [] }, now);
  });
}
