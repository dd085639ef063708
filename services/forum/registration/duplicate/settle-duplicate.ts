import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { endRegistration } from '../end-registration.ts';
import { lockRegistration } from '../lock-registration.ts';
import { RELEASED, RegistrationStatus } from '../registration.rules.ts';

export interface SettleDuplicate {
  readonly actorId: string;
  /** The registration that stays. */
  readonly keptId: string;
  readonly otherId: string;
  readonly areDuplicates: boolean;
  readonly reason: string | null;
  /** Whether the actor decides about registrations of an edition. */
  readonly mayReview: (editionId: string) => boolean;
}

export type SettleDuplicateOutcome =
  | { readonly registrationIds: readonly [string, string] }
  | { readonly refusal: 'registration-not-found' };

/**
 * Decides whether two registrations of an edition are one person's. If they are, the other one is cancelled and its seat
 * offered on; nothing of either is merged into the other. If they are not, they are never proposed again.
 */
export function settleDuplicate(
  em: EntityManager,
  { actorId, keptId, otherId, areDuplicates, reason, mayReview }: SettleDuplicate,
  now: Date,
): Promise<SettleDuplicateOutcome> {
  return em.transactional(async (tx) => {
    const kept = await lockRegistration(tx, keptId);
    const other = await lockRegistration(tx, otherId);
    const areOfOneEdition = kept && other && kept.id !== other.id && kept.edition.id === other.edition.id;
    if (!areOfOneEdition || !mayReview(kept.edition.id)) return { refusal: 'registration-not-found' };

    const [firstId, secondId] = [keptId, otherId].toSorted();
    await tx.execute(
      `insert into duplicate_decision (first_id, second_id, are_duplicates, decided_at) values (?, ?, ?, ?)
       on conflict (first_id, second_id)
       do update set are_duplicates = excluded.are_duplicates, decided_at = excluded.decided_at`,
      [firstId, secondId, areDuplicates, now],
    );
    const changes = [{ field: areDuplicates ? 'duplicate' : 'notDuplicate', from: null, to: otherId }];
    audit(tx, { actorId, command: 'settleDuplicate', subjectId: keptId, changes, reason }, now);
    if (areDuplicates && !RELEASED.includes(other.status)) {
      const act = { actorId, command: 'settleDuplicate', reason };
      await endRegistration(tx, other, { ...act, to: RegistrationStatus.CANCELLED }, now);
    }
    return { registrationIds: [keptId, otherId] };
  });
}
