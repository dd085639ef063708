import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { asDatabaseOwner } from './whole-database.ts';

/** Has no seat kept for the delegations there are, whatever is told of their quotas: every seat is open to everybody. */
export function openAllSeats(owner: DatabaseConnection): Promise<void> {
  return asDatabaseOwner(owner, async (client) => {
    await client.query('begin');
    // First the seats, like whoever takes word of a quota meanwhile.
    await client.query('select from forum.availability order by id for update');
    await client.query(
      `insert into forum.seat_reserve (delegation_id, edition_id, places, version)
       select id, edition_id, 0, 2147483647 from delegations.delegation
       on conflict (delegation_id) do update set places = excluded.places, version = excluded.version`,
    );
    await client.query('commit');
  });
}
