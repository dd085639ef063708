import type { EntityManager } from '@mikro-orm/postgresql';
import { OVER } from '../delegation.rules.ts';
import type { SeatsToAllocate } from './capacity.rules.ts';

/**
 * Locks what is known of an edition's seats until commit, so that those who allocate places of it queue. Comes before
 * the lock on a delegation.
 */
export async function lockCapacity(tx: EntityManager, editionId: string): Promise<SeatsToAllocate> {
  const [calendar] = await tx.execute<{ capacity: number | null }[]>(
    'select capacity from edition_calendar where edition_id = ? for no key update',
    [editionId],
  );
  const [promised] = await tx.execute<{ allocated: number }[]>(
    `select coalesce(sum(allocated), 0)::integer as allocated
     from quota join delegation on delegation.id = delegation_id
     where edition_id = ? and status not in (?)`,
    [editionId, [...OVER]],
  );
  return { capacity: calendar?.capacity ?? null, allocated: promised?.allocated ?? 0 };
}
