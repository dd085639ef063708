import type { EntityManager } from '@mikro-orm/postgresql';

/** Notes the address a person signs in with. An address that was somebody else's before is theirs alone now. */
export function noteSignInAddress(
  em: EntityManager,
  { personId, email }: { personId: string; email: string },
): Promise<void> {
  return em.transactional(async (tx) => {
    const address = email.toLowerCase();
    await tx.execute('delete from sign_in_address where email = ? and person_id <> ?', [address, personId]);
    await tx.execute(
      `insert into sign_in_address (person_id, email) values (?, ?)
       on conflict (person_id) do update set email = excluded.email where sign_in_address.email <> excluded.email`,
      [personId, address],
    );
  });
}
