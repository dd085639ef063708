import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { ContactChange } from '../contact/contact.rules.ts';
import { writeContact } from '../contact/write-contact.ts';
import { CallCentre } from './call-centre.entity.ts';

export interface UpdateCallCentre {
  readonly actorId: string;
  /** The version the change was made from; null to change whatever is there. */
  readonly expectedVersion: number | null;
  /** Checked already. */
  readonly change: ContactChange;
}

export type UpdateCallCentreOutcome =
  | { readonly callCentreId: string }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Changes how people reach the call centre.
 *
 * Holds its row lock until commit, so of two changes made from one version the second is refused. A change that changes
 * nothing leaves no trace.
 */
export function updateCallCentre(
  em: EntityManager,
  { actorId, expectedVersion, change }: UpdateCallCentre,
  now: Date,
): Promise<UpdateCallCentreOutcome> {
  return em.transactional(async (tx) => {
    const centre = await tx.findOneOrFail(CallCentre, { id: { $ne: '' } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (expectedVersion !== null && expectedVersion !== centre.version) {
      return { refusal: 'version-conflict', currentVersion: centre.version };
    }
    const changes = writeContact(centre, change);
    if (changes.length === 0) return { callCentreId: centre.id };
    audit(tx, { actorId, command: 'updateCallCentre', subjectId: centre.id, changes }, now);
    publish(tx, 'CallCentreChanged', { callCentreId: centre.id }, now);
    return { callCentreId: centre.id };
  });
}
