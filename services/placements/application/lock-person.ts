import type { EntityManager } from '@mikro-orm/postgresql';
import { ERASURE_LOCKS, LOCKS } from '../../shared/privacy/erased-people.migration.ts';

/**
 * Holds off the erasure of a person until the transaction ends, or waits for it.
 *
 * Writing about somebody takes this lock anyway; taken before that of an opening, it leaves nobody waiting in a circle.
 */
export async function lockPerson(tx: EntityManager, personId: string): Promise<void> {
  await tx.execute(
    `select pg_advisory_xact_lock_shared(${ERASURE_LOCKS}, hashtext(current_schema() || '/' || ?) % ${LOCKS})`,
    [personId],
  );
}
