import type { EntityManager } from '@mikro-orm/postgresql';

const EXCLUSION_VIOLATION = '23P01';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 5;

/**
 * Writes a booking that takes its person's time. False where the person has taken another seat at that time: also one
 * that somebody else's transaction is giving them at this moment. The transaction goes on either way.
 */
export async function holdSeat(tx: EntityManager, write: () => Promise<unknown>): Promise<boolean> {
  await tx.flush();
  for (let attempt = 1; ; attempt++) {
    await tx.execute('savepoint seat');
    try {
      await write();
      await tx.execute('release savepoint seat');
      return true;
    } catch (error) {
      await tx.execute('rollback to savepoint seat');
      const code = codeOf(error);
      if (code === EXCLUSION_VIOLATION) return false;
      // Two who write at the same time may wait for each other; after one more look, only one of them does.
      if (code !== DEADLOCK_DETECTED || attempt === ATTEMPTS) throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
