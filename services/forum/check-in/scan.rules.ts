import { BadgeStatus, type Validity } from '../badge/badge.rules.ts';
import { EditionStatus } from '../edition/edition.rules.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';

export enum ScanDirection {
  IN = 'IN',
  OUT = 'OUT',
}

/** What the portal says of a scan. */
export enum ScanOutcome {
  OK = 'OK',
  UNKNOWN = 'UNKNOWN',
  BAD_SIGNATURE = 'BAD_SIGNATURE',
  REVOKED = 'REVOKED',
  NOT_ACTIVE = 'NOT_ACTIVE',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
  WRONG_ZONE = 'WRONG_ZONE',
  OUTSIDE_TIME = 'OUTSIDE_TIME',
  ALREADY_INSIDE = 'ALREADY_INSIDE',
  EDITION_CLOSED = 'EDITION_CLOSED',
}

/** What somebody has to look at, since a door decided it without the portal. */
export enum ScanConflict {
  UNKNOWN_BADGE = 'UNKNOWN_BADGE',
  BAD_SIGNATURE = 'BAD_SIGNATURE',
  BADGE_REVOKED_BEFORE = 'BADGE_REVOKED_BEFORE',
  BADGE_NOT_ACTIVE = 'BADGE_NOT_ACTIVE',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
  WRONG_ZONE = 'WRONG_ZONE',
  OUTSIDE_TIME = 'OUTSIDE_TIME',
  EDITION_CLOSED = 'EDITION_CLOSED',
  ALREADY_INSIDE = 'ALREADY_INSIDE',
  DOUBLE_ENTRY = 'DOUBLE_ENTRY',
  OUT_OF_ORDER = 'OUT_OF_ORDER',
  ATTENDANCE_CLOSED = 'ATTENDANCE_CLOSED',
}

const CONFLICTS: Readonly<Record<ScanOutcome, ScanConflict | null>> = {
  [ScanOutcome.OK]: null,
  [ScanOutcome.UNKNOWN]: ScanConflict.UNKNOWN_BADGE,
  [ScanOutcome.BAD_SIGNATURE]: ScanConflict.BAD_SIGNATURE,
  [ScanOutcome.REVOKED]: ScanConflict.BADGE_REVOKED_BEFORE,
  [ScanOutcome.NOT_ACTIVE]: ScanConflict.BADGE_NOT_ACTIVE,
  [ScanOutcome.NOT_CONFIRMED]: ScanConflict.NOT_CONFIRMED,
  [ScanOutcome.WRONG_ZONE]: ScanConflict.WRONG_ZONE,
  [ScanOutcome.OUTSIDE_TIME]: ScanConflict.OUTSIDE_TIME,
  [ScanOutcome.ALREADY_INSIDE]: ScanConflict.ALREADY_INSIDE,
  [ScanOutcome.EDITION_CLOSED]: ScanConflict.EDITION_CLOSED,
};

/** The badge that was scanned, its registration, and when the badge began and ceased to be in force. */
export interface BadgeAtDoor {
  readonly status: BadgeStatus;
  readonly zones: readonly string[];
  readonly validity: Validity;
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
  readonly registrationStatus: RegistrationStatus;
}

/** A scan as it is judged. */
export interface ScanAtDoor {
  readonly zone: string;
  readonly direction: ScanDirection;
  readonly occurredAt: Date;
  readonly offline: boolean;
  /** A code whose signature is none of ours is not genuine; nor is it looked up. */
  readonly isGenuine: boolean;
}

/** The scans of the same person in the same zone on either side of this one, as far as they are known. */
export interface Neighbours {
  readonly before: ScanDirection | null;
  readonly after: ScanDirection | null;
}

export interface Judgement {
  readonly outcome: ScanOutcome;
  /** Null for a scan with the portal at hand: it was decided there and then. */
  readonly conflict: ScanConflict | null;
}

/**
 * Decides what is said of a scan: whether the door opens, or for an offline one whether it should have.
 *
 * An offline scan is judged as of when it happened: a badge revoked since was good then. Every scan is kept, whatever is said.
 */
export function judge(
  scan: ScanAtDoor,
  badge: BadgeAtDoor | null,
  edition: EditionStatus,
  neighbours: Neighbours,
): Judgement {
  const outcome = outcomeOf(scan, badge, edition, neighbours);
  return { outcome, conflict: scan.offline ? (CONFLICTS[outcome] ?? conflictOf(scan, badge, neighbours)) : null };
}

const { DRAFT, CANCELLED, POSTPONED, FINISHED, ARCHIVED } = EditionStatus;
/** Editions at which nobody goes in or out. */
const CLOSED: readonly EditionStatus[] = [DRAFT, CANCELLED, POSTPONED, FINISHED, ARCHIVED];
/** The same for what happened while the portal was out of reach: word of it may arrive after the end. */
const NEVER_HELD: readonly EditionStatus[] = [DRAFT, CANCELLED, POSTPONED];

const { CONFIRMED, ATTENDED, NO_SHOW } = RegistrationStatus;
const TAKES_PART: readonly RegistrationStatus[] = [CONFIRMED, ATTENDED, NO_SHOW];

function outcomeOf(
  scan: ScanAtDoor,
  badge: BadgeAtDoor | null,
  edition: EditionStatus,
  { before }: Neighbours,
): ScanOutcome {
  if (!scan.isGenuine) return ScanOutcome.BAD_SIGNATURE;
  if (!badge) return ScanOutcome.UNKNOWN;
  if ((scan.offline ? NEVER_HELD : CLOSED).includes(edition)) return ScanOutcome.EDITION_CLOSED;
  const status = statusAt(badge, scan);
  if (status === 'ended') return ScanOutcome.REVOKED;
  if (!TAKES_PART.includes(badge.registrationStatus) && !hasEndedSince(badge, scan)) return ScanOutcome.NOT_CONFIRMED;
  if (status === 'waiting') return ScanOutcome.NOT_ACTIVE;
  if (status === 'expired' || !isWithin(badge.validity, scan.occurredAt)) return ScanOutcome.OUTSIDE_TIME;
  if (!badge.zones.includes(scan.zone)) return ScanOutcome.WRONG_ZONE;
  if (scan.direction === ScanDirection.IN && before === ScanDirection.IN) return ScanOutcome.ALREADY_INSIDE;
  return ScanOutcome.OK;
}

/** How a badge stood: now for a scan with the portal at hand, and then for an offline one. */
function statusAt(badge: BadgeAtDoor, { offline, occurredAt }: ScanAtDoor): 'waiting' | 'active' | 'ended' | 'expired' {
  if (badge.status === BadgeStatus.EXPIRED) {
    if (!offline) return 'expired';
  } else if (badge.endedAt !== null && (!offline || badge.endedAt <= occurredAt)) {
    return 'ended';
  }
  const isActivated = badge.activatedAt !== null && (!offline || badge.activatedAt <= occurredAt);
  return isActivated ? 'active' : 'waiting';
}

function hasEndedSince({ endedAt }: BadgeAtDoor, { offline, occurredAt }: ScanAtDoor): boolean {
  return offline && endedAt !== null && endedAt > occurredAt;
}

function isWithin({ from, until }: Validity, instant: Date): boolean {
  return from <= instant && instant < until;
}

/** What is odd about an offline scan that the rules let pass. */
function conflictOf(
  { direction }: ScanAtDoor,
  badge: BadgeAtDoor | null,
  { before, after }: Neighbours,
): ScanConflict | null {
  if (direction === ScanDirection.OUT && before !== ScanDirection.IN) return ScanConflict.OUT_OF_ORDER;
  if (direction === ScanDirection.IN && after === ScanDirection.IN) return ScanConflict.DOUBLE_ENTRY;
  return badge?.registrationStatus === NO_SHOW ? ScanConflict.ATTENDANCE_CLOSED : null;
}

/** A place in the sequence of scans: when, and of two at the same instant the one whose nonce comes first. */
export interface SequencePlace {
  readonly occurredAt: Date;
  readonly nonce: string;
}

/** Compares places as the database does: nonces byte by byte. */
export function inSequence(a: SequencePlace, b: SequencePlace): number {
  const byTime = a.occurredAt.getTime() - b.occurredAt.getTime();
  if (byTime !== 0) return byTime;
  return a.nonce < b.nonce ? -1 : Number(a.nonce > b.nonce);
}

/** The sequence of one person's scans in one zone, kept in order while scans come in. */
export class Sequence {
  readonly #known: (SequencePlace & { readonly direction: ScanDirection })[];

  constructor(known: readonly (SequencePlace & { readonly direction: ScanDirection })[]) {
    this.#known = known.toSorted(inSequence);
  }

  around(place: SequencePlace): Neighbours {
    const next = this.#placeOf(place);
    return { before: this.#known[next - 1]?.direction ?? null, after: this.#known[next]?.direction ?? null };
  }

  atTheEnd(): Neighbours {
    return { before: this.#known.at(-1)?.direction ?? null, after: null };
  }

  add(scan: SequencePlace & { readonly direction: ScanDirection }): void {
    this.#known.splice(this.#placeOf(scan), 0, scan);
  }

  /** By halves: somebody may send thousands of scans of one person. */
  #placeOf(place: SequencePlace): number {
    let [low, high] = [0, this.#known.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const known = this.#known[middle];
      if (known && inSequence(known, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
