import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { keysOf } from '../end-nomination.ts';
import { lockNominations } from '../lock-nominations.ts';
import { Nomination } from '../nomination.entity.ts';
import { INACTIVE } from '../nomination.rules.ts';

/** Somebody has proven an address to be theirs: what they were nominated as under it is theirs, once it is noted. */
export const linkNominee: EventHandler = async (tx, { payload }, now) => {
  await linkNominations(tx, { addressKey: String(payload.addressKey), personId: String(payload.personId) }, now);
};

/**
 * Gives the nominations under an address to the person whose it is. Somebody who is nominated for the edition as
 * themself already has the other nomination left as it is. Returns how many are theirs now.
 */
export async function linkNominations(
  tx: EntityManager,
  { addressKey, personId }: { readonly addressKey: string; readonly personId: string },
  now: Date,
): Promise<number> {
  await tx.flush();
  const editions = await tx.execute<{ edition_id: string }[]>(
    `select distinct edition_id from nomination join known_address using (address_key)
     where address_key = ? and known_address.person_id = ? and nomination.person_id is null order by edition_id`,
    [addressKey, personId],
  );
  let linked = 0;
  for (const { edition_id: editionId } of editions) {
    await lockNominations(tx, editionId);
    const own = await tx.count(Nomination, { editionId, personId, status: { $nin: [...INACTIVE] } });
    if (own > 0) continue;
    const theirs = await tx.find(
      Nomination,
      { editionId, addressKey, personId: null },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    for (const nomination of theirs) {
      nomination.personId = personId;
      const changes = [{ field: 'person', from: null, to: personId }];
      audit(tx, { actorId: null, command: 'linkNomination', subjectId: nomination.id, changes }, now);
      publish(tx, 'NominationLinked', keysOf(nomination), now);
    }
    linked += theirs.length;
  }
  return linked;
}

/**
 * Links what was nominated under an address at the very moment its owner became known. Repeating it changes nothing.
 * Returns how many were linked.
 */
export async function mendNominees(em: EntityManager, now: Date): Promise<number> {
  const addresses = await em.execute<{ address_key: string; person_id: string }[]>(
    `select distinct known_address.address_key, known_address.person_id
     from known_address join nomination using (address_key)
     where nomination.person_id is null order by address_key`,
  );
  let linked = 0;
  for (const { address_key: addressKey, person_id: personId } of addresses) {
    linked += await em.fork().transactional((tx) => linkNominations(tx, { addressKey, personId }, now));
  }
  return linked;
}

export const nomineeUpkeep: Upkeep = {
  name: 'nominees',
  schedule: '35 * * * *',
  async run({ em, now, log }) {
    const linked = await mendNominees(em, now());
    if (linked > 0) log.info({ linked }, 'nominees');
  },
};
