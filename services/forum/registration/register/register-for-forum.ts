import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { lockSeats } from '../../availability/lock-seats.ts';
import { Edition } from '../../edition/edition.entity.ts';
import { offerFreeSeats } from '../../waiting-list/offer-free-seats.ts';
import { priorityClassOf } from '../../waiting-list/waiting-list.rules.ts';
import { DeadlineExtension } from '../deadline/deadline-extension.entity.ts';
import { noteRegistration } from '../note-registration.ts';
import { Consent, Registration } from '../registration.entity.ts';
import { admit, ParticipantCategory, RELEASED, RegistrationStatus } from '../registration.rules.ts';
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
  if (await isPlainlyFull(tx, command, now)) return { refusal: 'full' };
  const seats = await lockSeats(tx, editionId);
  const edition = await tx.findOne(Edition, editionId);
  if (!edition) return { refusal: 'edition-not-found' };
  const earlier = await tx.findOne(Registration, { edition, personId, status: { $nin: [...RELEASED] } });
  if (earlier) return { refusal: 'already-registered', registrationId: earlier.id };
  // An edition without seats has not been opened yet.
  if (!seats) return { refusal: 'not-open' };

  const extension = await tx.findOne(DeadlineExtension, { edition, personId });
  const terms = {
    status: edition.status,
    opensAt: edition.registrationOpensAt ?? null,
    closesAt: edition.registrationClosesAt ?? null,
    extendedUntil: extension?.until ?? null,
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

/**
 * Whether everything is taken at this moment, as seen without waiting for those who are being decided. In a rush most
 * people come too late, and they need not queue on the lock to hear it.
 *
 * Not for whoever is registered already, who hears that; nor where another answer comes first.
 */
async function isPlainlyFull(
  tx: EntityManager,
  { editionId, personId, category }: RegisterForForum,
  now: Date,
): Promise<boolean> {
  if (category !== ParticipantCategory.OPEN) return false;
  const full = await tx.execute(
    `select from availability join edition on edition.id = availability.id
     where availability.id = ? and free = 0 and waiting >= waitlist_limit and edition.status = 'REGISTRATION_OPEN'
       and registration_opens_at <= ? and registration_closes_at > ?
       and not exists (
         select from registration where edition_id = ? and person_id = ?
           and status not in (${RELEASED.map((status) => `'${status}'`).join(', ')})
       )`,
    [editionId, now, now, editionId, personId],
  );
  return full.length > 0;
}
