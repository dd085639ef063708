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

/** Class of the advisory locks on which those queue who apply or accept for the same person. */
const PLACING_LOCKS = 90_212;

/** Makes those wait who apply, or accept a placement, for the same person; erasure is held off, too. */
export async function lockPlacing(tx: EntityManager, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  await tx.execute(`select pg_advisory_xact_lock(${PLACING_LOCKS}, hashtext(current_schema() || '/' || ?))`, [
    personId,
  ]);
}
