import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { addressKey } from '../../shared/events/sealed-payload.ts';
import { publish } from '../../shared/journal/journal.ts';
import type { Upkeep } from '../../shared/upkeep.ts';

const BATCH = 200;

interface UntoldRow {
  readonly person_id: string;
  readonly email: string;
}

/** Tells other services what stands for the address that somebody has proven to be theirs, unless they know. */
export async function tellAddress(tx: EntityManager, keys: KeyRing, personId: string, now: Date): Promise<void> {
  const untold = await tx.execute<UntoldRow[]>(
    'update sign_in_address set told_at = ? where person_id = ? and told_at is null returning person_id, email',
    [now, personId],
  );
  publishAll(tx, keys, untold, now);
}

/** Tells what nobody was told yet: of people who signed in before others asked for it. In batches; returns how many. */
export async function tellAddresses(em: EntityManager, keys: KeyRing, now: Date, batch = BATCH): Promise<number> {
  for (let total = 0; ; ) {
    const told = await em.fork().transactional(async (tx) => {
      const rows = await tx.execute<UntoldRow[]>(
        `update sign_in_address set told_at = ? where person_id in (
           select person_id from sign_in_address as untold, identity.sign_in_of(person_id) as sign_in
           where told_at is null and sign_in.email_verified and lower(sign_in.email) = untold.email
           order by person_id limit ${batch} for update of untold skip locked
         ) returning person_id, email`,
        [now],
      );
      publishAll(tx, keys, rows, now);
      return rows.length;
    });
    total += told;
    if (told < batch) return total;
  }
}

export const addressUpkeep: Upkeep = {
  name: 'addresses',
  schedule: '50 1 * * *',
  async run({ em, keys, now, log }) {
    const told = await tellAddresses(em, keys, now());
    if (told > 0) log.info({ told }, 'addresses');
  },
};

function publishAll(tx: EntityManager, keys: KeyRing, rows: readonly UntoldRow[], now: Date): void {
  for (const { person_id: personId, email } of rows) {
    publish(tx, 'AddressNoted', { personId, addressKey: addressKey(keys, email) }, now);
  }
}
