import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { EditionStatus } from '../edition/edition.rules.ts';

export enum RegistrationStatus {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  PENDING_REVIEW = 'PENDING_REVIEW',
  CONFIRMED = 'CONFIRMED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  OFFER_DECLINED = 'OFFER_DECLINED',
  REJECTED = 'REJECTED',
  CANCELLED = 'CANCELLED',
  WITHDRAWN = 'WITHDRAWN',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
}

export enum ParticipantCategory {
  OPEN = 'OPEN',
  DELEGATE = 'DELEGATE',
  SPEAKER = 'SPEAKER',
  PRESS = 'PRESS',
  GUEST = 'GUEST',
  STAFF = 'STAFF',
}

export enum ConsentPurpose {
  PHOTOGRAPHS = 'PHOTOGRAPHS',
  PARTICIPANT_LIST = 'PARTICIPANT_LIST',
}

/** Who takes a step: the registered person, those who run the edition, or the portal by its own rules and clock. */
export type RegistrationActor = 'participant' | 'organiser' | 'portal';

const { DRAFT, SUBMITTED, PENDING_REVIEW, CONFIRMED, WAITLISTED, OFFERED, OFFER_EXPIRED } = RegistrationStatus;
const { OFFER_DECLINED, REJECTED, CANCELLED, WITHDRAWN, ATTENDED, NO_SHOW } = RegistrationStatus;

/** The life of a registration. Ended states have no way on; whoever comes back registers anew. */
export const registrationTransitions: TransitionTable<RegistrationStatus, RegistrationActor> = [
  { from: DRAFT, to: SUBMITTED, by: ['participant'] },
  { from: SUBMITTED, to: PENDING_REVIEW, by: ['portal'] },
  { from: SUBMITTED, to: CONFIRMED, by: ['portal'] },
  { from: SUBMITTED, to: WAITLISTED, by: ['portal'] },
  { from: PENDING_REVIEW, to: CONFIRMED, by: ['organiser'] },
  { from: PENDING_REVIEW, to: WAITLISTED, by: ['organiser'] },
  { from: PENDING_REVIEW, to: REJECTED, by: ['organiser'] },
  { from: WAITLISTED, to: OFFERED, by: ['portal'] },
  { from: OFFERED, to: CONFIRMED, by: ['participant'] },
  { from: OFFERED, to: OFFER_DECLINED, by: ['participant'] },
  { from: OFFERED, to: OFFER_EXPIRED, by: ['portal'] },
  { from: CONFIRMED, to: CANCELLED, by: ['organiser'] },
  { from: CONFIRMED, to: ATTENDED, by: ['portal'] },
  { from: CONFIRMED, to: NO_SHOW, by: ['portal'] },
  ...[DRAFT, SUBMITTED, PENDING_REVIEW, WAITLISTED, OFFERED, CONFIRMED].map((from) => ({
    from,
    to: WITHDRAWN,
    by: ['participant'] as const,
  })),
];

/** States in which a registration no longer stands in the way of another one: the person is free to register anew. */
export const RELEASED: readonly RegistrationStatus[] = [REJECTED, CANCELLED, WITHDRAWN, OFFER_EXPIRED, OFFER_DECLINED];

/** What an edition asks of a newcomer. Instants are open in `[opensAt, closesAt)`; null ones are not set yet. */
export interface AdmissionTerms {
  readonly status: EditionStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Seats and queue, counted in people. */
export interface Occupancy {
  readonly free: number;
  readonly offered: number;
  readonly waiting: number;
  readonly waitlistLimit: number;
}

export type Admission =
  | {
      readonly status: RegistrationStatus.CONFIRMED | RegistrationStatus.WAITLISTED | RegistrationStatus.PENDING_REVIEW;
    }
  | { readonly refusal: 'not-open' | 'nomination-required' | 'full' };

/**
 * Decides where the next person goes who registers by themself.
 *
 * Delegates come by nomination only. Speakers, press, guests and staff are reviewed first and hold no seat until then.
 * A free seat belongs to the head of the waiting list: while anyone waits, a newcomer queues.
 */
export function admit(terms: AdmissionTerms, category: ParticipantCategory, taken: Occupancy, now: Date): Admission {
  if (!isOpen(terms, now)) return { refusal: 'not-open' };
  if (category === ParticipantCategory.DELEGATE) return { refusal: 'nomination-required' };
  if (category !== ParticipantCategory.OPEN) return { status: PENDING_REVIEW };
  if (taken.free > 0 && taken.waiting === 0) return { status: CONFIRMED };
  return taken.waiting < taken.waitlistLimit ? { status: WAITLISTED } : { refusal: 'full' };
}

function isOpen({ status, opensAt, closesAt }: AdmissionTerms, now: Date): boolean {
  return (
    status === EditionStatus.REGISTRATION_OPEN &&
    opensAt !== null &&
    closesAt !== null &&
    now >= opensAt &&
    now < closesAt
  );
}
