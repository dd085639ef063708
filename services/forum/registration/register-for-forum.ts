import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { lockSeats } from '../availability/lock-seats.ts';
import { Edition } from '../edition/edition.entity.ts';
import { offerFreeSeats } from '../waiting-list/offer-free-seats.ts';
import { priorityClassOf } from '../waiting-list/waiting-list.rules.ts';
import { noteRegistration } from './note-registration.ts';
import { Consent, Registration } from './registration.entity.ts';
import { admit, RELEASED, RegistrationStatus } from './registration.rules.ts';
import type { RegistrationDetails } from './registration-input.rules.ts';

export interface RegisterForForum extends RegistrationDetails {
  readonly editionId: string;
  readonly personId: string;
  readonly idempotencyKey: string | null;
}

export type RegisterForForumOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'edition-not-found' | 'not-open' | 'nomination-required' | 'full' | 'idempotency-key-reused' }
  | { readonly refusal: 'already-registered'; readonly registrationId: string };

/**
 * Registers a person for an edition: on a seat, on the waiting list, or for review.
 *
 * Holds the lock on the edition's seats until commit, so people racing for the last one are decided one by one.
 * Returns what the caller can act on; throws only faults.
 */
export function registerForForum(
  em: EntityManager,
  command: RegisterForForum,
  now: Date,
): Promise<RegisterForForumOutcome> {
  const { idempotencyKey, personId, ...input } = command;
  return em.transactional((tx) =>
    once<RegisterForForumOutcome>(
      tx,
      { actorId: personId, operation: 'registerForForum', key: idempotencyKey, input },
      now,
      () => register(tx, command, now),
    ),
  );
}

async function register(tx: EntityManager, command: RegisterForForum, now: Date): Promise<RegisterForForumOutcome> {
  const { editionId, personId, category } = command;
  const seats = await lockSeats(tx, editionId);
  const edition = await tx.findOne(Edition, editionId);
  if (!edition) return { refusal: 'edition-not-found' };
  const earlier = await tx.findOne(Registration, { edition, personId, status: { $nin: [...RELEASED] } });
  if (earlier) return { refusal: 'already-registered', registrationId: earlier.id };
  // An edition without seats has not been opened yet.
  if (!seats) return { refusal: 'not-open' };

  const terms = {
    status: edition.status,
    opensAt: edition.registrationOpensAt ?? null,
    closesAt: edition.registrationClosesAt ?? null,
  };
  const admission = admit(terms, category, seats, now);
  if ('refusal' in admission) return admission;

  const registration = tx.create(Registration, {
    id: newId('registration'),
    edition,
    personId,
    category,
    status: admission.status,
    affiliation: command.affiliation,
    dietaryNeeds: command.dietaryNeeds,
    accessibilityNeeds: command.accessibilityNeeds,
    interpretationLanguage: command.interpretationLanguage,
    registeredAt: now,
    priorityClass: priorityClassOf(category),
  });
  for (const { purpose, version } of command.consents) {
    tx.create(Consent, { registration, purpose, version, givenAt: now });
  }
  noteRegistration(tx, registration, { actorId: personId, command: 'registerForForum' }, now);
  // Seats may be free that somebody ahead cannot take: a group that does not fit.
  if (admission.status === RegistrationStatus.WAITLISTED) await offerFreeSeats(tx, editionId, now);
  return { registrationId: registration.id };
}
