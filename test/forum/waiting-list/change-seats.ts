import type { EntityManager } from '@mikro-orm/postgresql';
import { offerFreeSeats } from '../../../services/forum/waiting-list/offer-free-seats.ts';

/** Changes the capacity as the portal does; one below what is held is refused and changes nothing. */
export async function changeSeats(em: EntityManager, editionId: string, capacity: number, now: Date): Promise<void> {
  await em
    .transactional(async (tx) => {
      await tx.execute('update availability set capacity = ? where id = ?', [capacity, editionId]);
      await offerFreeSeats(tx, editionId, now);
    })
    .catch(() => undefined);
}
