import { type DelegationStatus, OVER } from '../delegation/delegation.rules.ts';
import { NominationStatus } from '../nomination/nomination.rules.ts';

const ENDED: readonly NominationStatus[] = [
  NominationStatus.REJECTED,
  NominationStatus.WITHDRAWN,
  NominationStatus.REPLACED,
];

/**
 * What becomes of an erased person's nomination.
 *
 * A draft is withdrawn. One that the state has made stays on its list while the delegation is active, since the list is
 * an official record and only the state may change it; it tells the ID alone, and the ID leads to nobody. What has ended
 * stays as it was, for the counts.
 */
export function nominationAtErasure(
  status: NominationStatus,
  delegation: DelegationStatus,
): 'withdrawn' | 'kept' | 'left' {
  if (ENDED.includes(status)) return 'left';
  if (status === NominationStatus.DRAFT) return 'withdrawn';
  return OVER.includes(delegation) ? 'left' : 'kept';
}

/** Until when an official list is kept: a year after erasure was asked for, to the day. */
export function keptUntil(askedAt: Date): Date {
  return yearsFrom(askedAt, 1);
}

/** What was kept before then has been kept long enough. */
export function keptSince(now: Date): Date {
  return yearsFrom(now, -1);
}

function yearsFrom(instant: Date, years: number): Date {
  const moved = new Date(instant);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved;
}
