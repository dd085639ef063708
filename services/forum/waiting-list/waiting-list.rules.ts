import { EditionStatus } from '../edition/edition.rules.ts';
import { ParticipantCategory } from '../registration/registration.rules.ts';

/** Where an offer of a seat is. WITHDRAWN: everybody it was for has left. */
export enum SeatOfferStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Why somebody who waits has no offer. */
export enum NoOfferReason {
  NO_FREE_SEAT = 'NO_FREE_SEAT',
  GROUP_DOES_NOT_FIT = 'GROUP_DOES_NOT_FIT',
  HELD_FOR_GROUP = 'HELD_FOR_GROUP',
  OFFERS_SUSPENDED = 'OFFERS_SUSPENDED',
  EDITION_STARTED = 'EDITION_STARTED',
}

/** How often a group may see others served because it does not fit; then seats are kept for it. */
export const MAX_PASSED_OVER = 3;

/** Those who speak or work there come before press and guests, and these before everyone else. */
export function priorityClassOf(category: ParticipantCategory): number {
  switch (category) {
    case ParticipantCategory.DELEGATE:
    case ParticipantCategory.SPEAKER:
    case ParticipantCategory.STAFF:
      return 1;
    case ParticipantCategory.PRESS:
    case ParticipantCategory.GUEST:
      return 2;
    case ParticipantCategory.OPEN:
      return 3;
  }
}

const OFFERING: readonly EditionStatus[] = [
  EditionStatus.REGISTRATION_OPEN,
  EditionStatus.REGISTRATION_PAUSED,
  EditionStatus.REGISTRATION_CLOSED,
];

/** What decides whether seats of an edition are offered at all. */
export interface OfferTerms {
  readonly status: EditionStatus;
  readonly startsAt: Date | null;
  readonly seatOfferHours: number;
}

/** Why nobody is offered a seat now, or null while seats are offered: until the edition starts. */
export function offersEnded(
  { status, startsAt }: OfferTerms,
  now: Date,
): NoOfferReason.OFFERS_SUSPENDED | NoOfferReason.EDITION_STARTED | null {
  const hasStarted = startsAt !== null && startsAt <= now;
  if (hasStarted || status === EditionStatus.IN_PROGRESS) return NoOfferReason.EDITION_STARTED;
  return OFFERING.includes(status) ? null : NoOfferReason.OFFERS_SUSPENDED;
}

/** Where an entry of the queue stands. Seats and people are counted in people. */
export interface QueuePlace {
  readonly free: number;
  readonly size: number;
  readonly isBehindHeld: boolean;
}

/** Why somebody who waits has no offer; null at the moment between a seat and its offer. */
export function noOfferReason(terms: OfferTerms, place: QueuePlace, now: Date): NoOfferReason | null {
  const ended = offersEnded(terms, now);
  if (ended) return ended;
  if (place.free === 0) return NoOfferReason.NO_FREE_SEAT;
  if (place.isBehindHeld) return NoOfferReason.HELD_FOR_GROUP;
  return place.size > place.free ? NoOfferReason.GROUP_DOES_NOT_FIT : null;
}

const HOUR_MS = 3_600_000;

/** Until when an offer made now can be taken: as long as the edition grants, and never past its start. */
export function offerExpiry({ startsAt, seatOfferHours }: OfferTerms, now: Date): Date {
  const granted = now.getTime() + seatOfferHours * HOUR_MS;
  return new Date(Math.min(granted, startsAt?.getTime() ?? granted));
}

/** Somebody who waits, or a group that waits as one; in the order of the queue. */
export interface QueueEntry {
  /** ID of the group, or of the registration itself. */
  readonly id: string;
  /** People in it. */
  readonly size: number;
  /** How often it was passed over; 0 for one person. */
  readonly passedOver: number;
}

export interface Promotion {
  /** Entries to be offered seats, in the order of the queue. */
  readonly offered: readonly string[];
  /** Entries that were passed over, and how often more. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** True once no seat is free, or those that are wait for a group. */
  readonly isSettled: boolean;
}

/**
 * Who is offered the free seats, in the order of the queue.
 *
 * A group is offered seats as a whole. One that does not fit may be passed over three times, once for each entry served
 * behind it; then whoever is behind it waits until it fits. A group larger than the edition is passed over without
 * end, since no number of seats would do. `entries` may be the head of a longer queue.
 */
export function promote(entries: readonly QueueEntry[], free: number, capacity: number): Promotion {
  const offered: string[] = [];
  const passedOver = new Map<string, number>();
  const standing: QueueEntry[] = [];
  let left = free;
  for (const entry of entries) {
    if (left === 0) return { offered, passedOver, isSettled: true };
    if (entry.size > left) {
      if (entry.size <= capacity) standing.push(entry);
      continue;
    }
    if (standing.some((group) => isExhausted(group, passedOver))) return { offered, passedOver, isSettled: true };
    offered.push(entry.id);
    left -= entry.size;
    for (const { id } of standing) passedOver.set(id, (passedOver.get(id) ?? 0) + 1);
  }
  return { offered, passedOver, isSettled: left === 0 };
}

function isExhausted({ id, passedOver }: QueueEntry, more: ReadonlyMap<string, number>): boolean {
  return passedOver + (more.get(id) ?? 0) >= MAX_PASSED_OVER;
}
