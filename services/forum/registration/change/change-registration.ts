import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldChange } from '../../../shared/journal/journal.entities.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { DeadlineExtension } from '../deadline/deadline-extension.entity.ts';
import { isListed } from '../identity/listing.rules.ts';
import { lockRegistration } from '../lock-registration.ts';
import { keysOf } from '../note-registration.ts';
import type { GivenConsent, RegistrationDetails } from '../register/registration-input.rules.ts';
import { Consent, type Registration } from '../registration.entity.ts';
import { ConsentPurpose, RELEASED } from '../registration.rules.ts';

export interface ChangeRegistration extends Omit<RegistrationDetails, 'category'> {
  readonly actorId: string;
  readonly registrationId: string;
  readonly expectedVersion: number | null;
}

export type ChangeRegistrationOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'registration-not-found' }
  | { readonly refusal: 'modification-closed'; readonly closedAt: Date | null }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Changes what a person said of themself when registering, consents included, until the edition's modification deadline
 * or their own extension of it; without a deadline, until the edition starts.
 *
 * Consents that are left out are withdrawn; those in another version are given anew.
 */
export function changeRegistration(
  em: EntityManager,
  command: ChangeRegistration,
  now: Date,
): Promise<ChangeRegistrationOutcome> {
  return em.transactional(async (tx) => {
    const { actorId, registrationId, expectedVersion } = command;
    const registration = await lockRegistration(tx, registrationId);
    if (registration?.personId !== actorId) return { refusal: 'registration-not-found' };
    const edition = await registration.edition.loadOrFail();
    const extension = await tx.findOne(DeadlineExtension, { edition, personId: actorId });
    const deadline = edition.modificationClosesAt ?? edition.startsAt ?? null;
    const isClosed = deadline !== null && deadline <= now && !(extension && extension.until > now);
    if (isClosed || RELEASED.includes(registration.status)) {
      return { refusal: 'modification-closed', closedAt: isClosed ? deadline : null };
    }
    if (expectedVersion !== null && expectedVersion !== registration.version) {
      return { refusal: 'version-conflict', currentVersion: registration.version };
    }

    const told = toldChanges(registration, command);
    const consents = await settleConsents(tx, registration, command.consents, now);
    const changes = [...told, ...consents];
    if (changes.length > 0) {
      audit(tx, { actorId, command: 'changeRegistration', subjectId: registrationId, changes }, now);
      publish(tx, 'RegistrationChanged', keysOf(registration), now);
    }
    if (consents.some(({ field }) => field === `consent.${ConsentPurpose.PARTICIPANT_LIST}`)) {
      const hasConsented = command.consents.some(({ purpose }) => purpose === ConsentPurpose.PARTICIPANT_LIST);
      const listed = isListed(registration.status, hasConsented);
      const nominationId = registration.nominationId ?? null;
      publish(tx, 'ParticipantListed', { personId: actorId, registrationId, nominationId, listed }, now);
    }
    return { registrationId };
  });
}

/** What people write of themselves is in no audit entry; that it changed is. */
function toldChanges(registration: Registration, command: ChangeRegistration): FieldChange[] {
  const fields = ['affiliation', 'dietaryNeeds', 'accessibilityNeeds', 'interpretationLanguage'] as const;
  return fields
    .filter((field) => (registration[field] ?? null) !== command[field])
    .map((field) => {
      registration[field] = command[field];
      return { field, from: null, to: null };
    });
}

async function settleConsents(
  tx: EntityManager,
  registration: Registration,
  given: readonly GivenConsent[],
  now: Date,
): Promise<FieldChange[]> {
  const earlier = await tx.find(Consent, { registration });
  const changes: FieldChange[] = [];
  for (const consent of earlier) {
    const renewed = given.find(({ purpose }) => purpose === consent.purpose);
    if (renewed?.version === consent.version) continue;
    changes.push({ field: `consent.${consent.purpose}`, from: consent.version, to: renewed?.version ?? null });
    if (renewed) Object.assign(consent, { version: renewed.version, givenAt: now });
    else tx.remove(consent);
  }
  for (const { purpose, version } of given) {
    if (earlier.some((consent) => consent.purpose === purpose)) continue;
    changes.push({ field: `consent.${purpose}`, from: null, to: version });
    tx.create(Consent, { registration, purpose, version, givenAt: now });
  }
  return changes;
}
