import type { EntityManager } from '@mikro-orm/postgresql';

/** Places that an edition keeps for a delegation and nobody of it has taken yet, counted in people. */
export async function seatsKeptFor(tx: EntityManager, delegationId: string): Promise<number> {
  await tx.flush();
  const [row] = await tx.execute<{ places: number }[]>('select places from seat_reserve_left where delegation_id = ?', [
    delegationId,
  ]);
  return row?.places ?? 0;
}

/**
 * Who of the delegations waits and is entitled to a seat that is kept for theirs: entries of the queue in its order, no
 * more of a delegation than places are kept for it.
 */
export async function delegatesWaiting(
  tx: EntityManager,
  editionId: string,
  seats: number,
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select queue_entry as id from (
       select queue_entry, priority_class, registered_at, delegation_id,
         row_number() over (partition by delegation_id order by priority_class, registered_at, queue_entry) as turn
       from registration where edition_id = ? and status = 'WAITLISTED' and nomination_id is not null
     ) as waiting join seat_reserve_left using (delegation_id)
     where turn <= places
     order by priority_class, registered_at, queue_entry
     limit ?`,
    [editionId, seats],
  );
  return rows.map(({ id }) => id);
}
