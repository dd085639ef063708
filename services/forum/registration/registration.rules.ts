import { holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';
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

/** Who decides about registrations of an edition. */
export const REVIEWERS: readonly Role[] = ['ACCREDITATION_OFFICER', 'ADMINISTRATOR'];

/** Whether somebody reads what a registered person tells of themself alone: that person, and administrators. */
export function knowsPersonally(
  viewer: Viewer,
  { personId, editionId }: { readonly personId: string | null; readonly editionId: string },
): boolean {
  const isTheirs = personId !== null && viewer.personId === personId;
  return isTheirs || holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id: editionId });
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
  // The edition is put off: back to the same place in the queue.
  { from: OFFERED, to: WAITLISTED, by: ['portal'] },
  { from: CONFIRMED, to: CANCELLED, by: ['organiser', 'portal'] },
  { from: CONFIRMED, to: PENDING_REVIEW, by: ['portal'] },
  { from: CONFIRMED, to: ATTENDED, by: ['portal'] },
  { from: CONFIRMED, to: NO_SHOW, by: ['portal'] },
  ...[DRAFT, SUBMITTED, PENDING_REVIEW, WAITLISTED, OFFERED, CONFIRMED].map((from) => ({
    from,
    to: WITHDRAWN,
    by: ['participant'] as const,
  })),
  // Duplicates: somebody whom an organisation registered, and who has a registration of their own. And whoever still has
  // no seat when the edition is over.
  ...[DRAFT, SUBMITTED, PENDING_REVIEW].map((from) => ({ from, to: CANCELLED, by: ['portal'] as const })),
  ...[WAITLISTED, OFFERED].map((from) => ({ from, to: CANCELLED, by: ['organiser', 'portal'] as const })),
];

/** States in which a registration no longer stands in the way of another one: the person is free to register anew. */
export const RELEASED: readonly RegistrationStatus[] = [REJECTED, CANCELLED, WITHDRAWN, OFFER_EXPIRED, OFFER_DECLINED];

/** What an edition asks of a newcomer. Instants are open in `[opensAt, closesAt)`; null ones are not set yet. */
export interface AdmissionTerms {
  readonly status: EditionStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** Until when this person alone may still register; null or absent without an extension. */
  readonly extendedUntil?: Date | null;
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

const REGISTERING: readonly EditionStatus[] = [
  EditionStatus.REGISTRATION_OPEN,
  EditionStatus.REGISTRATION_PAUSED,
  EditionStatus.REGISTRATION_CLOSED,
];

/** An extension opens an edition for one person after it has closed for the others, and while it pauses. */
export function isOpen({ status, opensAt, closesAt, extendedUntil = null }: AdmissionTerms, now: Date): boolean {
  if (opensAt === null || closesAt === null || now < opensAt) return false;
  if (extendedUntil !== null && now < extendedUntil) return REGISTERING.includes(status);
  return status === EditionStatus.REGISTRATION_OPEN && now < closesAt;
}
