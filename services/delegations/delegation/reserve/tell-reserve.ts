import type { EntityManager } from '@mikro-orm/postgresql';
import { publishEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { OVER } from '../delegation.rules.ts';

interface ReserveRow {
  readonly id: string;
  readonly edition_id: string;
  readonly version: number;
  readonly places: number;
}

/**
 * Tells the forum how many places delegations have, so that it keeps as many seats: what their quotas allocate; what is
 * used of them once unused places have gone back; none for a delegation that does not come.
 *
 * Called at the end of each act that changes it, after which it is told as a whole; the higher version is the later.
 */
export async function tellReserve(tx: EntityManager, delegationIds: readonly string[], now: Date): Promise<void> {
  if (delegationIds.length === 0) return;
  await tx.flush();
  const rows = await tx.execute<ReserveRow[]>(
    `with told as (
       update delegation set reserve_told = reserve_told + 1 where id in (?)
       returning id, edition_id, status, reserve_told
     )
     select told.id, edition_id, reserve_told as version,
       coalesce(sum(case when places is null then allocated else used end) filter (where status not in (?)), 0)::integer
         as places
     from told left join quota on quota.delegation_id = told.id
       left join returned_quota on returned_quota.delegation_id = told.id and returned_quota.category = quota.category
     group by told.id, edition_id, reserve_told order by told.id`,
    [[...delegationIds], [...OVER]],
  );
  const told = rows.map(({ id: delegationId, edition_id: editionId, version, places }) => ({
    delegationId,
    editionId,
    places,
    version,
  }));
  await publishEach(tx, 'SeatsReserved', told, now);
}

/** After unused places have gone back, one that is given up is not kept for the delegation any longer. */
export async function tellGivenUp(
  tx: EntityManager,
  { delegationId, category }: { readonly delegationId: string; readonly category: string },
  now: Date,
): Promise<void> {
  const returned = await tx.execute('select from returned_quota where delegation_id = ? and category = ?', [
    delegationId,
    category,
  ]);
  if (returned.length > 0) await tellReserve(tx, [delegationId], now);
}

/** Every night, all reserves are told once more: those from before anybody asked, and those whose word was lost. */
export const reserveUpkeep: Upkeep = {
  name: 'reserves',
  schedule: '45 1 * * *',
  run: ({ em, now }) => tellReserves(em, now()),
};

/** Tells the reserves of all delegations to editions that are to come, one by one. */
export async function tellReserves(em: EntityManager, now: Date): Promise<void> {
  const delegations = await em.execute<{ id: string }[]>(
    `select delegation.id from delegation left join edition_calendar using (edition_id)
     where edition_calendar.status is null or edition_calendar.status not in ('FINISHED', 'ARCHIVED', 'CANCELLED')
     order by delegation.id`,
  );
  for (const { id } of delegations) await em.fork().transactional((tx) => tellReserve(tx, [id], now));
}
