import type { DelegationStatus } from '../../delegation/delegation.rules.ts';
import { hasPassed } from '../../delegation/edition-calendar/edition-calendar.rules.ts';

/** The list of a delegation is closed to an act. */
export interface Closed {
  readonly refusal: 'nomination-closed';
  readonly status: DelegationStatus;
  /** ISO instant of the deadline; null where there is none. */
  readonly closedAt: string | null;
  /** IANA zone of the edition; null while it is not known. */
  readonly timeZone: string | null;
}

/** A deadline, and the zone in which it is a day and an hour. */
export interface Deadline {
  readonly closesAt: Date | null;
  readonly timeZone: string | null;
}

/** The refusal of an act after its deadline, or on a delegation that is not at its stage; null while it is open. */
export function closedRefusal(
  status: DelegationStatus,
  { closesAt, timeZone }: Deadline,
  isAtStage: (status: DelegationStatus) => boolean,
  now: Date,
): Closed | null {
  if (!hasPassed(closesAt, now) && isAtStage(status)) return null;
  return { refusal: 'nomination-closed', status, closedAt: closesAt?.toISOString() ?? null, timeZone };
}
