import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockSeats } from '../availability/lock-seats.ts';
import { Registration } from './registration.entity.ts';

/** A registration under lock, and the seats of its edition before it: whoever takes or frees a seat queues here. */
export async function lockRegistration(tx: EntityManager, id: string): Promise<Registration | null> {
  const known = await tx.findOne(Registration, id);
  if (!known) return null;
  await lockSeats(tx, known.edition.id);
  return tx.findOne(Registration, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
