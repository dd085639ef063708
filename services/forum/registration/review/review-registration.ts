import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { type LockedSeats, lockSeats } from '../../availability/lock-seats.ts';
import { offerFreeSeats } from '../../waiting-list/offer-free-seats.ts';
import { endRegistration } from '../end-registration.ts';
import { lockRegistration } from '../lock-registration.ts';
import { confirmRegistration } from '../note-registration.ts';
import { RegistrationStatus, registrationTransitions } from '../registration.rules.ts';
import { type ReviewDecision, review } from './review.rules.ts';

export interface ReviewRegistration {
  readonly actorId: string;
  readonly registrationId: string;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly expectedVersion: number | null;
  /** Whether the actor decides about registrations of an edition. */
  readonly mayReview: (editionId: string) => boolean;
}

export type ReviewRegistrationOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'registration-not-found' }
  | { readonly refusal: 'full'; readonly seats: LockedSeats }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: RegistrationStatus;
      readonly to: RegistrationStatus;
      readonly allowed: readonly RegistrationStatus[];
    };

/** Approves, rejects or cancels a registration, on a seat or in the queue as the seats stand at that moment. */
export function reviewRegistration(
  em: EntityManager,
  { actorId, registrationId, decision, reason, expectedVersion, mayReview }: ReviewRegistration,
  now: Date,
): Promise<ReviewRegistrationOutcome> {
  return em.transactional(async (tx) => {
    const registration = await lockRegistration(tx, registrationId);
    if (!registration || !mayReview(registration.edition.id)) return { refusal: 'registration-not-found' };
    if (expectedVersion !== null && expectedVersion !== registration.version) {
      return { refusal: 'version-conflict', currentVersion: registration.version };
    }
    const seats = await lockSeats(tx, registration.edition.id);
    if (!seats) throw new Error(`edition ${registration.edition.id} has registrations and no seats`);
    const { status: from } = registration;
    const outcome = review(registration, decision, seats);
    if ('refusal' in outcome) {
      if (outcome.refusal === 'full') return { refusal: 'full', seats };
      return { ...outcome, from, allowed: transitionsFrom(registrationTransitions, from, 'organiser') };
    }

    const act = { actorId, command: 'reviewRegistration', reason };
    switch (outcome.to) {
      case RegistrationStatus.CONFIRMED:
        confirmRegistration(tx, registration, act, now);
        break;
      case RegistrationStatus.WAITLISTED: {
        registration.status = outcome.to;
        const changes = [{ field: 'status', from, to: outcome.to }];
        audit(tx, { ...act, subjectId: registrationId, changes }, now);
        await offerFreeSeats(tx, registration.edition.id, now);
        break;
      }
      default:
        await endRegistration(tx, registration, { ...act, to: outcome.to }, now);
    }
    return { registrationId };
  });
}
