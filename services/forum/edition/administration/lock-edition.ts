import type { EntityManager } from '@mikro-orm/postgresql';
import { type LockedSeats, lockSeats } from '../../availability/lock-seats.ts';
import { Edition } from '../edition.entity.ts';

export interface LockedEdition {
  readonly edition: Edition;
  /** Null while no capacity is set. */
  readonly seats: LockedSeats | null;
}

/**
 * An edition under lock, and its seats before it: whoever changes one queues here, with those who take and free seats.
 *
 * Null where there is none.
 */
export async function lockEdition(tx: EntityManager, id: string): Promise<LockedEdition | null> {
  const seats = await lockSeats(tx, id);
  // Rows that refer to the edition may be written meanwhile.
  await tx.execute('select from edition where id = ? for no key update', [id]);
  const edition = await tx.findOne(Edition, id);
  return edition && { edition, seats };
}
