import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { audit } from '../../shared/journal/journal.ts';
import { tellAddress } from './tell-address.ts';

export interface NoteSignInAddress {
  readonly personId: string;
  readonly email: string;
  /** Whether it is known to be theirs; other services are told of no other address. */
  readonly isProven: boolean;
}

/**
 * Notes the address a person signs in with. An address that was somebody else's before is theirs alone now.
 *
 * Called at every sign-in. The audit tells whose address changed, and nothing of the address.
 */
export function noteSignInAddress(
  em: EntityManager,
  keys: KeyRing,
  { personId, email, isProven }: NoteSignInAddress,
  now: Date,
): Promise<void> {
  return em.transactional(async (tx) => {
    const address = email.toLowerCase();
    const bereft = await tx.execute<{ person_id: string }[]>(
      'delete from sign_in_address where email = ? and person_id <> ? returning person_id',
      [address, personId],
    );
    const noted = await tx.execute<{ person_id: string }[]>(
      `insert into sign_in_address (person_id, email) values (?, ?)
       on conflict (person_id) do update set email = excluded.email, told_at = null
         where sign_in_address.email <> excluded.email
       returning person_id`,
      [personId, address],
    );
    for (const { person_id: subjectId } of [...bereft, ...noted]) {
      const changes = [{ field: 'address', from: null, to: null }];
      audit(tx, { actorId: personId, command: 'noteSignInAddress', subjectId, changes }, now);
    }
    if (isProven) await tellAddress(tx, keys, personId, now);
  });
}
