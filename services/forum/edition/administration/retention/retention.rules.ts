import { monthsBefore } from '../../../../shared/text/when.rules.ts';

/** What people need at table and on the way is nobody's business soon after the edition. */
export const NEEDS_KEPT_DAYS = 30;
/** What else people wrote in their registrations is kept this long once the edition is archived. */
export const TEXTS_KEPT_MONTHS = 24;

const DAY_MS = 86_400_000;

/** Needs go of editions that ended at this instant or before. */
export function needsGoBefore(now: Date): Date {
  return new Date(now.getTime() - NEEDS_KEPT_DAYS * DAY_MS);
}

/** Texts go of editions that were archived at this instant or before. */
export function textsGoBefore(now: Date): Date {
  return monthsBefore(now, TEXTS_KEPT_MONTHS);
}
