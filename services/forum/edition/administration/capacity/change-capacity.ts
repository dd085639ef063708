import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { offerFreeSeats } from '../../../waiting-list/offer-free-seats.ts';
import { type Closed, closedRefusal, type EditionChange, editionToChange, type NoChange } from '../edition-change.ts';
import { tellSchedule } from '../tell-schedule.ts';

export interface ChangeCapacity extends EditionChange {
  /** Seats, counted in people; checked already. */
  readonly capacity: number;
}

export type ChangeCapacityOutcome =
  | { readonly editionId: string }
  | NoChange
  | Closed
  | {
      readonly refusal: 'capacity-below-claimed';
      readonly claimed: number;
      readonly offered: number;
      readonly reserved: number;
    };

/**
 * Sets the number of seats, and offers those that are new to whoever waits, in the same transaction.
 *
 * Holds the lock on the seats until commit: never fewer seats than are held by people or kept for delegations, and none left free while somebody
 * waits. An edition that had none so far gets them without a queue.
 */
export function changeCapacity(em: EntityManager, command: ChangeCapacity, now: Date): Promise<ChangeCapacityOutcome> {
  const { actorId, editionId, capacity } = command;
  return em.transactional(async (tx) => {
    const locked = await editionToChange(tx, command);
    if ('refusal' in locked) return locked;
    const closed = closedRefusal(locked);
    if (closed) return closed;
    const { seats } = locked;
    const { claimed = 0, offered = 0, reserved = 0 } = seats ?? {};
    if (capacity < claimed + offered + reserved) {
      return { refusal: 'capacity-below-claimed', claimed, offered, reserved };
    }
    if (seats?.capacity === capacity) return { editionId };

    await tx.execute(
      `insert into availability (id, capacity, waitlist_limit) values (?, ?, 0)
       on conflict (id) do update set capacity = excluded.capacity`,
      [editionId, capacity],
    );
    // The seats are not part of the edition's row, so its version is raised by hand.
    await tx.execute('update edition set version = version + 1 where id = ?', [editionId]);
    const changes = [{ field: 'capacity', from: seats?.capacity ?? null, to: capacity }];
    audit(tx, { actorId, command: 'changeCapacity', subjectId: editionId, changes }, now);
    publish(tx, 'CapacityChanged', { editionId, capacity }, now);
    await tellSchedule(tx, editionId, now);
    await offerFreeSeats(tx, editionId, now);
    return { editionId };
  });
}
