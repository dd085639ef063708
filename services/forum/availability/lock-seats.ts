import type { EntityManager } from '@mikro-orm/postgresql';

/** Seats as they stand under the lock. */
export interface LockedSeats {
  readonly capacity: number;
  readonly waitlistLimit: number;
  readonly claimed: number;
  readonly offered: number;
  readonly waiting: number;
  /** Seats kept for delegations. */
  readonly reserved: number;
  readonly free: number;
}

/**
 * Locks the seats of an edition or session until commit, and reads them with what this transaction has changed so far.
 *
 * Whoever takes or frees a seat locks first, and in this order: the edition's seats, registrations, then sessions'.
 * Null where no capacity is set.
 */
export async function lockSeats(tx: EntityManager, id: string): Promise<LockedSeats | null> {
  await tx.flush();
  const [row] = await tx.execute<(LockedSeats & { waitlist_limit: number })[]>(
    'select capacity, waitlist_limit, claimed, offered, waiting, reserved, free from availability where id = ? for update',
    [id],
  );
  return row ? { ...row, waitlistLimit: row.waitlist_limit } : null;
}
