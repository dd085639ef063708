import { ApplicationStatus, IN_SELECTION } from '../application.rules.ts';

/** How long an applicant has to confirm terms that have changed. */
export const CONFIRMATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** States in which somebody may agree to terms that have changed: until they accept a placement, or it ends. */
const CONFIRMABLE: readonly ApplicationStatus[] = [...IN_SELECTION, ApplicationStatus.OFFERED];

export function isConfirmable(status: ApplicationStatus): boolean {
  return CONFIRMABLE.includes(status);
}

/** Whether somebody has agreed to older terms than the opening has now, and it still matters. */
export function needsConfirmation(status: ApplicationStatus, agreed: number, current: number): boolean {
  return agreed < current && isConfirmable(status);
}

/** The last instant at which terms can be confirmed that changed at `changedAt`. */
export function confirmationEnd(changedAt: Date): Date {
  return new Date(changedAt.getTime() + CONFIRMATION_DAYS * DAY_MS);
}
