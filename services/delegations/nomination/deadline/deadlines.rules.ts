import { DelegationStatus, OVER } from '../../delegation/delegation.rules.ts';

/** Until when a delegation may do what to its list; null for a deadline that is not set. */
export interface Deadlines {
  readonly nomination: Date | null;
  readonly confirmation: Date | null;
  readonly substitution: Date | null;
  /** IANA zone in which they are days and hours; null while the edition is not known. */
  readonly timeZone: string | null;
}

/** Delegations that name people: from the moment their focal point is confirmed, and again when their list comes back. */
const NAMING: readonly DelegationStatus[] = [
  DelegationStatus.FOCAL_POINT_CONFIRMED,
  DelegationStatus.NOMINATING,
  DelegationStatus.RETURNED,
];
export function takesNominations(status: DelegationStatus): boolean {
  return NAMING.includes(status);
}

/** Whether a delegation still comes, so that its people confirm, leave and follow one another. */
export function isComing(status: DelegationStatus): boolean {
  return !OVER.includes(status);
}
