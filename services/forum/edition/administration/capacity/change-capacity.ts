import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { offerFreeSeats } from '../../../waiting-list/offer-free-seats.ts';
import { type Closed, closedRefusal, type EditionChange, editionToChange, type NoChange } from '../edition-change.ts';
import { tellSchedule } from '../tell-schedule.ts';

export interface ChangeCapacity extends EditionChange {
  /** Seats, counted in people; checked already. */
  readonly capacity: number;
  /** Whether seats are kept for delegations; null to leave that as it is. */
  readonly setsQuotasAside: boolean | null;
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
 * Sets the number of seats and whether some are kept for delegations, and offers those that are new to whoever waits, in
 * the same transaction.
 *
 * Holds the lock on the seats until commit: never fewer seats than are held by people or kept for delegations, and none left free while somebody
 * waits. An edition that had none so far gets them without a queue.
 */
export function changeCapacity(em: EntityManager, command: ChangeCapacity, now: Date): Promise<ChangeCapacityOutcome> {
  const { actorId, editionId, capacity, setsQuotasAside } = command;
  return em.transactional(async (tx) => {
    const locked = await editionToChange(tx, command);
    if ('refusal' in locked) return locked;
    const closed = closedRefusal(locked);
    if (closed) return closed;
    const { seats, edition } = locked;
    const setsAside = setsQuotasAside ?? edition.setsQuotasAside;
    const { claimed = 0, offered = 0 } = seats ?? {};
    const reserved = setsAside && edition.setsQuotasAside ? (seats?.reserved ?? 0) : 0;
    if (capacity < claimed + offered + reserved) {
      return { refusal: 'capacity-below-claimed', claimed, offered, reserved };
    }
    if (seats?.capacity === capacity && setsAside === edition.setsQuotasAside) return { editionId };

    await tx.execute(
      `insert into availability (id, capacity, waitlist_limit) values (?, ?, 0)
       on conflict (id) do update set capacity = excluded.capacity`,
      [editionId, capacity],
    );
    // The seats are not part of the edition's row, so its version is raised by hand.
    await tx.execute('update edition set version = version + 1, sets_quotas_aside = ? where id = ?', [
      setsAside,
      editionId,
    ]);
    const changes = [
      { field: 'capacity', from: seats?.capacity ?? null, to: capacity },
      { field: 'setsQuotasAside', from: edition.setsQuotasAside, to: setsAside },
    ];
    audit(tx, { actorId, command: 'changeCapacity', subjectId: editionId, changes }, now);
    publish(tx, 'CapacityChanged', { editionId, capacity }, now);
    await tellSchedule(tx, editionId, now);
    await offerFreeSeats(tx, editionId, now);
    return { editionId };
  });
}
