import { OpeningStatus } from '../../opening/opening.rules.ts';

/** Openings nobody knows of yet. */
const UNKNOWN: readonly OpeningStatus[] = [OpeningStatus.DRAFT, OpeningStatus.IN_REVIEW];

/** Whether an opening takes applications at an instant: while it is published, the deadline itself included. */
export function intakeOf(
  { status, applicationDeadline }: { readonly status: OpeningStatus; readonly applicationDeadline: Date },
  now: Date,
): 'unknown' | 'open' | 'closed' {
  if (UNKNOWN.includes(status)) return 'unknown';
  return status === OpeningStatus.PUBLISHED && now <= applicationDeadline ? 'open' : 'closed';
}
