import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { publish } from '../../shared/journal/journal.ts';
import { CisMembershipStatus } from '../country/country.rules.ts';
import { DelegationStatus, PartyType } from '../delegation/delegation.rules.ts';
import { tellReserve } from '../delegation/reserve/tell-reserve.ts';
import { DelegationRole, NominationStatus, QuotaCategory } from '../nomination/nomination.rules.ts';
import { seedDemoFocalPoint } from './demo-focal-point.ts';
import { cisMemberships } from './reference.ts';

const QUOTAS: readonly (readonly [QuotaCategory, number])[] = [
  [QuotaCategory.DELEGATE, 10],
  [QuotaCategory.PRESS, 3],
  [QuotaCategory.STAFF, 2],
];

/** Ten delegations to the demonstration's edition, each with quotas and a head. */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  const editionId = namedId('forum_edition', '2026');
  await em.fork().transactional((tx) => renewDemo(tx, editionId, now));
  for (const { country, status } of cisMemberships) {
    await em.fork().transactional(async (tx) => {
      const id = namedId('delegation', `2026/${country}`);
      const invited = await tx.execute(
        `insert into delegation (id, edition_id, country_code, party_type, status) values (?, ?, ?, ?, ?)
         on conflict do nothing returning id`,
        [id, editionId, country, partyTypeOf(country, status), DelegationStatus.NOMINATING],
      );
      if (invited.length === 0) return;
      for (const [category, allocated] of QUOTAS) {
        await tx.execute('insert into quota (delegation_id, category, allocated) values (?, ?, ?)', [
          id,
          category,
          allocated,
        ]);
      }
      const personId = namedId('person', `demo/head.${country.toLowerCase()}`);
      await tx.execute(
        `insert into nomination (id, delegation_id, person_id, category, role, status) values (?, ?, ?, ?, ?, ?)`,
        [
          namedId('nomination', `2026/${country}/head`),
          id,
          personId,
          QuotaCategory.DELEGATE,
          DelegationRole.HEAD,
          NominationStatus.NOMINATED,
        ],
      );
      publish(tx, 'HeadOfDelegationNamed', { delegationId: id, personId }, now);
      await tellReserve(tx, [id], now);
    });
  }
  await seedDemoFocalPoint(em.fork(), now);
}

/**
 * When the demonstration's deadlines have run out, its calendar is being moved: what was known of it is forgotten until
 * the new one is told, and places that went back unused are the delegations' again.
 */
async function renewDemo(tx: EntityManager, editionId: string, now: Date): Promise<void> {
  const stale = await tx.execute(
    'delete from edition_calendar where edition_id = ? and confirmation_closes_at <= ? returning edition_id',
    [editionId, now],
  );
  if (stale.length === 0) return;
  await tx.execute(
    `with back as (
       delete from returned_quota using delegation where delegation.id = delegation_id and edition_id = ?
       returning delegation_id, category, places
     )
     update quota set allocated = allocated + places from back
     where quota.delegation_id = back.delegation_id and quota.category = back.category`,
    [editionId],
  );
}

function partyTypeOf(country: string, status: CisMembershipStatus): PartyType {
  if (country === 'KZ') return PartyType.HOST;
  return status === CisMembershipStatus.ASSOCIATE ? PartyType.ASSOCIATE : PartyType.MEMBER;
}
