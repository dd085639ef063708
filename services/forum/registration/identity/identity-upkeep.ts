import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { PAST } from './identity.rules.ts';
import { linkRegistrations } from './link-registrations.ts';

interface AddressRow {
  readonly address_key: string;
  readonly person_id: string;
}

/**
 * Links what was registered under an address at the very moment its owner became known, and asks who people are whose
 * profile has not come yet. Repeating it changes nothing. Returns how many registrations were linked and people asked about.
 */
export async function mendIdentities(em: EntityManager, now: Date): Promise<{ linked: number; asked: number }> {
  const addresses = await em.execute<AddressRow[]>(
    `select distinct known_address.address_key, known_address.person_id
     from known_address join registration using (address_key)
     where registration.person_id is null order by address_key`,
  );
  let linked = 0;
  for (const { address_key: addressKey, person_id: personId } of addresses) {
    linked += await em.fork().transactional((tx) => linkRegistrations(tx, { addressKey, personId }, now));
  }
  const asked = await em.fork().transactional((tx) => askForProfiles(tx, now));
  return { linked, asked };
}

async function askForProfiles(tx: EntityManager, now: Date): Promise<number> {
  const people = await tx.execute<{ person_id: string }[]>(
    `select distinct person_id from registration join edition on edition.id = edition_id
     where person_id is not null and identity_noted_at is null
       and edition.status not in (?)
       and person_id not in (select person_id from erased_person)
     order by person_id`,
    [[...PAST]],
  );
  for (const { person_id: personId } of people) publish(tx, 'ProfileWanted', { personId }, now);
  return people.length;
}

export const identityUpkeep: Upkeep = {
  name: 'identities',
  schedule: '25 * * * *',
  async run({ em, now, log }) {
    const { linked, asked } = await mendIdentities(em, now());
    if (linked + asked > 0) log.info({ linked, asked }, 'identities');
  },
};
