import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach, publishEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { tellReserve } from '../../delegation/reserve/tell-reserve.ts';
import { lockNominations } from '../lock-nominations.ts';
import type { QuotaCategory } from '../nomination.rules.ts';

interface ReturnedRow {
  readonly delegation_id: string;
  readonly category: QuotaCategory;
  readonly allocated: number;
  readonly used: number;
}

/**
 * Takes back the places that delegations have not used by the deadline of confirmation, once for each delegation and
 * category: what is allocated afterwards counts. Repeating it changes nothing. Returns how many places came back.
 */
export async function returnUnusedQuota(em: EntityManager, now: Date): Promise<number> {
  const due = await em.execute<{ edition_id: string }[]>(
    `select edition_id from edition_calendar
     where confirmation_closes_at <= ? and exists (
       select from delegation join quota on quota.delegation_id = delegation.id
       where delegation.edition_id = edition_calendar.edition_id
         and not exists (
           select from returned_quota
           where returned_quota.delegation_id = quota.delegation_id and returned_quota.category = quota.category
         )
     )
     order by edition_id`,
    [now],
  );
  let places = 0;
  for (const { edition_id: editionId } of due) {
    places += await em.fork().transactional((tx) => returnOf(tx, editionId, now));
  }
  return places;
}

async function returnOf(tx: EntityManager, editionId: string, now: Date): Promise<number> {
  await lockNominations(tx, editionId);
  // Delegations before their quotas, like whoever changes one.
  await tx.execute('select from delegation where edition_id = ? order by id for no key update', [editionId]);
  const returned = await tx.execute<ReturnedRow[]>(
    `with unused as (
       select quota.delegation_id, quota.category, allocated, used
       from quota join delegation on delegation.id = quota.delegation_id
       where edition_id = ?
       order by quota.delegation_id, quota.category for update of quota
     ), noted as (
       insert into returned_quota (delegation_id, category, places, returned_at)
       select delegation_id, category, allocated - used, ? from unused
       on conflict do nothing returning delegation_id, category
     ), taken as (
       update quota set allocated = quota.used from noted
       where quota.delegation_id = noted.delegation_id and quota.category = noted.category
     )
     select unused.* from unused join noted using (delegation_id, category) where allocated > used
     order by delegation_id, category`,
    [editionId, now],
  );
  await auditEach(
    tx,
    returned.map(({ delegation_id: subjectId, category, allocated, used }) => ({
      actorId: null,
      command: 'returnUnusedQuota',
      subjectId,
      changes: [{ field: `allocated.${category}`, from: allocated, to: used }],
    })),
    now,
  );
  await publishEach(
    tx,
    'QuotaReturned',
    returned.map(({ delegation_id: delegationId, category, allocated, used }) => ({
      delegationId,
      editionId,
      category,
      places: allocated - used,
    })),
    now,
  );
  await tellReserve(tx, [...new Set(returned.map(({ delegation_id: id }) => id))], now);
  return returned.reduce((sum, { allocated, used }) => sum + allocated - used, 0);
}

export const quotaUpkeep: Upkeep = {
  name: 'unused_quota',
  schedule: '*/10 * * * *',
  async run({ em, now, log }) {
    const places = await returnUnusedQuota(em, now());
    if (places > 0) log.info({ places }, 'unused quota');
  },
};
