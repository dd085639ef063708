/** Where an offer of a placement is. While OPEN it holds a position, and money of the programme. */
export enum OfferStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  EXPIRED = 'EXPIRED',
  RESCINDED = 'RESCINDED',
}

/** How long an offer stands where nothing else is said. */
const OFFER_DAYS = 10;
const DAY_MS = 86_400_000;

/**
 * Until when an offer stands: as asked, or ten days, and never longer than until service begins.
 *
 * `startsAt` is the beginning of the first day of service where it is, and lies ahead.
 */
export function offerExpiry(
  asked: Date | null,
  startsAt: Date,
  now: Date,
): { readonly expiresAt: Date } | { readonly problem: 'PAST' | 'AFTER_START' } {
  if (asked && asked <= now) return { problem: 'PAST' };
  if (asked && asked > startsAt) return { problem: 'AFTER_START' };
  return { expiresAt: asked ?? new Date(Math.min(now.getTime() + OFFER_DAYS * DAY_MS, startsAt.getTime())) };
}

/** Where an offer is at an instant: one whose time is over has expired, noted or not. */
export function offerStatusAt(status: OfferStatus, expiresAt: Date, now: Date): OfferStatus {
  return status === OfferStatus.OPEN && expiresAt <= now ? OfferStatus.EXPIRED : status;
}
