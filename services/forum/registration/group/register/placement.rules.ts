import { ParticipantCategory, RegistrationStatus } from '../../registration.rules.ts';

/** The most people an organisation registers at once. */
export const MEMBERS_LIMIT = 2_000;

/** What becomes of a list when something is wrong with a row. */
export enum GroupErrorPolicy {
  REJECT_EVERYTHING = 'REJECT_EVERYTHING',
  REJECT_FAILED_ROWS = 'REJECT_FAILED_ROWS',
}

/** Seats and queue of an edition, counted in people. */
export interface GroupSeats {
  readonly capacity: number;
  readonly free: number;
  readonly waiting: number;
  readonly waitlistLimit: number;
}

export type GroupPlacement =
  | {
      readonly status: RegistrationStatus.CONFIRMED | RegistrationStatus.WAITLISTED | RegistrationStatus.PENDING_REVIEW;
      /** How many are registered, from the first; the others are refused. */
      readonly taken: number;
    }
  | { readonly refusal: 'larger-than-edition' | 'full' };

/**
 * Where a group goes, as a whole: on seats where there is one for each and nobody waits, else into the queue where there
 * is room for all. Speakers, press, guests and staff are reviewed first, each for themself.
 *
 * A group that fits into neither is refused; where failed rows alone are rejected, as many as fit are taken: on free
 * seats, or else into the queue. A group larger than the edition would wait for ever, and is refused.
 */
export function placeGroup(
  size: number,
  category: ParticipantCategory,
  seats: GroupSeats,
  policy: GroupErrorPolicy,
): GroupPlacement {
  if (size > seats.capacity) return { refusal: 'larger-than-edition' };
  if (category !== ParticipantCategory.OPEN) return { status: RegistrationStatus.PENDING_REVIEW, taken: size };
  const free = seats.waiting === 0 ? seats.free : 0;
  const room = seats.waitlistLimit - seats.waiting;
  if (size <= free) return { status: RegistrationStatus.CONFIRMED, taken: size };
  if (size <= room) return { status: RegistrationStatus.WAITLISTED, taken: size };
  if (policy === GroupErrorPolicy.REJECT_EVERYTHING) return { refusal: 'full' };
  if (free > 0) return { status: RegistrationStatus.CONFIRMED, taken: free };
  return room > 0 ? { status: RegistrationStatus.WAITLISTED, taken: room } : { refusal: 'full' };
}
