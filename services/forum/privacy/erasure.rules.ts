import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { EditionStatus } from '../edition/edition.rules.ts';
import { RegistrationStatus, registrationTransitions } from '../registration/registration.rules.ts';

const BEGUN: readonly EditionStatus[] = [EditionStatus.IN_PROGRESS, EditionStatus.FINISHED, EditionStatus.ARCHIVED];

/** What tells whether an edition has begun. */
export interface EditionTimes {
  readonly status: EditionStatus;
  /** Null while it is not announced. */
  readonly startsAt: Date | null;
}

/**
 * Whether an erased person's registration is withdrawn, and its seat freed for somebody else.
 *
 * Once the edition has begun, who took part is counted: the registration stays, and says of nobody that it was they.
 */
export function isWithdrawnAtErasure(status: RegistrationStatus, edition: EditionTimes, now: Date): boolean {
  const hasBegun = BEGUN.includes(edition.status) || (edition.startsAt !== null && edition.startsAt <= now);
  const mayWithdraw = transitionsFrom(registrationTransitions, status, 'participant').includes(
    RegistrationStatus.WITHDRAWN,
  );
  return mayWithdraw && !hasBegun;
}
