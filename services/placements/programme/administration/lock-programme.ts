import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Programme } from '../programme.entity.ts';

/** A programme under lock. Whoever publishes an opening of it, and each offer that binds its money, queues here. */
export function lockProgramme(tx: EntityManager, id: string): Promise<Programme | null> {
  return tx.findOne(Programme, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
