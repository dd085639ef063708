import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../../shared/journal/journal.ts';
import { Consent, type Registration } from '../registration.entity.ts';
import { ConsentPurpose } from '../registration.rules.ts';
import { isListed } from './listing.rules.ts';

/**
 * Tells whether somebody is publicly named as a participant, after a registration was confirmed, ended or reviewed anew.
 *
 * Of whoever did not consent to be named, or has no account, there is nothing to tell.
 */
export async function tellListing(tx: EntityManager, registration: Registration, now: Date): Promise<void> {
  const { id: registrationId, personId, status, nominationId = null } = registration;
  if (!personId) return;
  await tx.flush();
  const consented = await tx.count(Consent, { registration: registrationId, purpose: ConsentPurpose.PARTICIPANT_LIST });
  if (consented === 0) return;
  const listed = isListed(status, true);
  publish(tx, 'ParticipantListed', { personId, registrationId, nominationId, listed }, now);
}
