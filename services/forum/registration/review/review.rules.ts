import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { type Occupancy, RegistrationStatus, registrationTransitions } from '../registration.rules.ts';

/** What an organiser decides about a registration. */
export enum ReviewDecision {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  CANCEL = 'CANCEL',
}

const { CONFIRMED, WAITLISTED, REJECTED, CANCELLED } = RegistrationStatus;

type Target =
  | RegistrationStatus.CONFIRMED
  | RegistrationStatus.WAITLISTED
  | RegistrationStatus.REJECTED
  | RegistrationStatus.CANCELLED;

export type ReviewOutcome =
  | { readonly to: Target }
  | { readonly refusal: 'invalid-transition'; readonly to: Target }
  | { readonly refusal: 'full' };

/**
 * Where a decision takes a registration.
 *
 * An approved one that kept its seat while it was reviewed again is confirmed on it. Any other takes a free seat unless
 * somebody waits already; then it joins the queue, where its priority class counts.
 */
export function review(
  { status, holdsSeat }: { readonly status: RegistrationStatus; readonly holdsSeat: boolean },
  decision: ReviewDecision,
  seats: Occupancy,
): ReviewOutcome {
  const to = target(decision, holdsSeat, seats);
  if (!transitionsFrom(registrationTransitions, status, 'organiser').includes(to)) {
    // An approval asks for a seat, wherever it would have led.
    return { refusal: 'invalid-transition', to: to === WAITLISTED ? CONFIRMED : to };
  }
  return to === WAITLISTED && seats.waiting >= seats.waitlistLimit ? { refusal: 'full' } : { to };
}

function target(decision: ReviewDecision, holdsSeat: boolean, { free, waiting }: Occupancy): Target {
  switch (decision) {
    case ReviewDecision.APPROVE:
      return holdsSeat || (free > 0 && waiting === 0) ? CONFIRMED : WAITLISTED;
    case ReviewDecision.REJECT:
      return REJECTED;
    case ReviewDecision.CANCEL:
      return CANCELLED;
  }
}
