import type { EntityManager } from '@mikro-orm/postgresql';

/** Whose addresses these keys stand for, by key; of those nobody signs in with there is none. */
export async function peopleByAddressKey(
  tx: EntityManager,
  addressKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (addressKeys.length === 0) return new Map();
  const rows = await tx.execute<{ address_key: string; person_id: string }[]>(
    'select address_key, person_id from known_address where address_key in (?)',
    [[...addressKeys]],
  );
  return new Map(rows.map(({ address_key, person_id }) => [address_key, person_id]));
}

/**
 * Notes an address as somebody's, and theirs alone: of two addresses of one person, and of two people with one address,
 * what was told last counts. Returns whether it does.
 */
export async function noteKnownAddress(
  tx: EntityManager,
  { addressKey, personId, notedAt }: { addressKey: string; personId: string; notedAt: Date },
): Promise<boolean> {
  const later = await tx.execute(
    'select from known_address where (address_key = ? or person_id = ?) and noted_at > ? limit 1',
    [addressKey, personId, notedAt],
  );
  if (later.length > 0) return false;
  await tx.execute('delete from known_address where address_key = ? or person_id = ?', [addressKey, personId]);
  await tx.execute('insert into known_address (address_key, person_id, noted_at) values (?, ?, ?)', [
    addressKey,
    personId,
    notedAt,
  ]);
  return true;
}
