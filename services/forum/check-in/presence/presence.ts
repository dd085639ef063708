import type { EntityManager } from '@mikro-orm/postgresql';

/** Scans that count: those that opened a door and were not undone. */
const COUNTING = `outcome = 'OK' and undoes_id is null and not exists (select from scan as undo where undo.undoes_id = scan.id)`;

/** The day of the edition on which an instant falls, in the edition's zone. */
const DAY = '(occurred_at at time zone edition.time_zone)::date';

/**
 * Counts new scans in: who is inside, and how many came in on a day.
 *
 * Of one person's scans in a zone the last to have happened says where they are, whenever it arrives. The caller holds
 * the locks of the registrations.
 */
export async function countScans(tx: EntityManager, scanIds: readonly string[]): Promise<void> {
  if (scanIds.length === 0) return;
  const ids = JSON.stringify(scanIds);
  await tx.execute(
    `insert into presence (registration_id, zone, edition_id, is_inside, since, nonce)
     select distinct on (registration_id, zone) registration_id, zone, edition_id, direction = 'IN', occurred_at, nonce
     from scan join jsonb_array_elements_text(?::jsonb) as added (id) using (id)
     where outcome = 'OK' and undoes_id is null
     order by registration_id, zone, occurred_at desc, nonce desc
     on conflict (registration_id, zone) do update
     set is_inside = excluded.is_inside, since = excluded.since, nonce = excluded.nonce
     where (excluded.since, excluded.nonce) > (presence.since, presence.nonce)`,
    [ids],
  );
  await tx.execute(
    `insert into zone_entries (edition_id, zone, day, entries)
     select edition_id, zone, ${DAY}, count(*)
     from scan join jsonb_array_elements_text(?::jsonb) as added (id) using (id) join edition on edition.id = edition_id
     where outcome = 'OK' and undoes_id is null and direction = 'IN'
     group by 1, 2, 3 order by 1, 2, 3
     on conflict (edition_id, zone, day) do update set entries = zone_entries.entries + excluded.entries`,
    [ids],
  );
}

/** Counts a scan out again that was undone just now: whoever it was is where the last other scan left them. */
export async function countOut(tx: EntityManager, scanId: string): Promise<void> {
  await tx.execute(
    `delete from presence using scan as undone
     where undone.id = ? and presence.registration_id = undone.registration_id and presence.zone = undone.zone`,
    [scanId],
  );
  await tx.execute(
    `insert into presence (registration_id, zone, edition_id, is_inside, since, nonce)
     select registration_id, zone, edition_id, direction = 'IN', occurred_at, nonce
     from scan
     where (registration_id, zone) = (select registration_id, zone from scan where id = ?) and ${COUNTING}
     order by occurred_at desc, nonce desc limit 1`,
    [scanId],
  );
  await tx.execute(
    `update zone_entries set entries = entries - 1
     from scan join edition on edition.id = edition_id
     where scan.id = ? and direction = 'IN' and zone_entries.edition_id = scan.edition_id
       and zone_entries.zone = scan.zone and day = ${DAY}`,
    [scanId],
  );
}

/** Counts anew from the facts alone: what `countScans` and `countOut` have kept is the same. */
export async function recountPresence(tx: EntityManager, editionId: string): Promise<void> {
  // Nobody is let in or out meanwhile.
  await tx.execute('select from edition where id = ? for update', [editionId]);
  await tx.execute('delete from presence where edition_id = ?', [editionId]);
  await tx.execute('delete from zone_entries where edition_id = ?', [editionId]);
  await tx.execute(
    `insert into presence (registration_id, zone, edition_id, is_inside, since, nonce)
     select distinct on (registration_id, zone) registration_id, zone, edition_id, direction = 'IN', occurred_at, nonce
     from scan where edition_id = ? and ${COUNTING}
     order by registration_id, zone, occurred_at desc, nonce desc`,
    [editionId],
  );
  await tx.execute(
    `insert into zone_entries (edition_id, zone, day, entries)
     select edition_id, zone, ${DAY}, count(*) from scan join edition on edition.id = edition_id
     where edition_id = ? and direction = 'IN' and ${COUNTING}
     group by 1, 2, 3`,
    [editionId],
  );
}
