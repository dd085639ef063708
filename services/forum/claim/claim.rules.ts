import { EditionStatus } from '../edition/edition.rules.ts';
import { ParticipantCategory, RegistrationStatus } from '../registration/registration.rules.ts';

/** Where a delegation's claim of a seat is. RELEASED: the seat is not needed any more, or was given up before it came. */
export enum SeatClaimStatus {
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  RELEASED = 'RELEASED',
}

/** Why a claim leads to no registration; other services read these words. */
export type ClaimRefusal =
  | 'ALREADY_REGISTERED'
  | 'EDITION_CLOSED'
  | 'EDITION_FULL'
  | 'EDITION_NOT_FOUND'
  | 'PERSON_GONE';

/** Delegates come before everybody who registers by themself, in whatever capacity their delegation brings them. */
export const DELEGATION_PRIORITY = 1;

const TAKING: readonly EditionStatus[] = [
  EditionStatus.REGISTRATION_OPEN,
  EditionStatus.REGISTRATION_PAUSED,
  EditionStatus.REGISTRATION_CLOSED,
];

/** What an edition has for a delegation's claim. Seats and queue are counted in people. */
export interface ClaimTerms {
  readonly status: EditionStatus;
  readonly startsAt: Date | null;
  readonly free: number;
  /** Whether a seat is there that is kept for the delegation. */
  readonly isKept: boolean;
  readonly waiting: number;
  readonly waitlistLimit: number;
}

/**
 * What a claim leads to. Quotas are set apart from the open registration and its dates: a delegation has its own, and
 * its people come until the edition begins.
 *
 * A seat that is kept for theirs, or a free one, is theirs, whoever waits; without one they wait at the head of the queue.
 */
export function decideClaim(
  { status, startsAt, free, isKept, waiting, waitlistLimit }: ClaimTerms,
  now: Date,
):
  | { readonly status: RegistrationStatus.CONFIRMED | RegistrationStatus.WAITLISTED }
  | { readonly refusal: ClaimRefusal } {
  const hasBegun = startsAt !== null && startsAt <= now;
  if (hasBegun || !TAKING.includes(status)) return { refusal: 'EDITION_CLOSED' };
  if (isKept || free > 0) return { status: RegistrationStatus.CONFIRMED };
  return waiting < waitlistLimit ? { status: RegistrationStatus.WAITLISTED } : { refusal: 'EDITION_FULL' };
}

/** In which capacity somebody takes part whom a delegation brings in one of its categories. */
export function participantCategoryOf(quotaCategory: string): ParticipantCategory {
  switch (quotaCategory) {
    case 'PRESS':
      return ParticipantCategory.PRESS;
    case 'GUEST':
      return ParticipantCategory.GUEST;
    case 'STAFF':
      return ParticipantCategory.STAFF;
    default:
      return ParticipantCategory.DELEGATE;
  }
}
