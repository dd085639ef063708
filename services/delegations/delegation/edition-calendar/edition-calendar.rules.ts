/** States of an edition in which nothing is prepared for it any more. */
const OVER: readonly string[] = ['FINISHED', 'ARCHIVED', 'CANCELLED'];

/** Whether delegations are still invited to an edition. `status` is that of the edition, as its service words it. */
export function takesInvitations(status: string): boolean {
  return !OVER.includes(status);
}

/** Whether an edition has been held. */
export function isHeld(status: string): boolean {
  return status === 'FINISHED' || status === 'ARCHIVED';
}

/** A deadline is open until its instant; one that is not set never closes. */
export function hasPassed(closesAt: Date | null, now: Date): boolean {
  return closesAt !== null && now >= closesAt;
}
