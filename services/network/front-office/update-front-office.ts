import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { ContactChange } from '../contact/contact.rules.ts';
import { writeContact } from '../contact/write-contact.ts';
import { FrontOffice } from './front-office.entity.ts';

export interface UpdateFrontOffice {
  readonly actorId: string;
  readonly frontOfficeId: string;
  /** The version the change was made from; null to change whatever is there. */
  readonly expectedVersion: number | null;
  /** Checked already. */
  readonly change: ContactChange;
}

export type UpdateFrontOfficeOutcome =
  | { readonly frontOfficeId: string }
  | { readonly refusal: 'front-office-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Changes how people reach a front office.
 *
 * Holds its row lock until commit, so of two changes made from one version the second is refused. A change that changes
 * nothing leaves no trace.
 */
export function updateFrontOffice(
  em: EntityManager,
  command: UpdateFrontOffice,
  now: Date,
): Promise<UpdateFrontOfficeOutcome> {
  const { actorId, frontOfficeId, expectedVersion, change } = command;
  return em.transactional(async (tx) => {
    const office = await tx.findOne(FrontOffice, frontOfficeId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!office) return { refusal: 'front-office-not-found' };
    if (expectedVersion !== null && expectedVersion !== office.version) {
      return { refusal: 'version-conflict', currentVersion: office.version };
    }
    const changes = writeContact(office, change);
    if (changes.length === 0) return { frontOfficeId };
    audit(tx, { actorId, command: 'updateFrontOffice', subjectId: frontOfficeId, changes }, now);
    publish(tx, 'FrontOfficeChanged', { frontOfficeId }, now);
    return { frontOfficeId };
  });
}
