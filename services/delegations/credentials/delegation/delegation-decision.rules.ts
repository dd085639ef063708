import { DelegationStatus } from '../../delegation/delegation.rules.ts';
import { type CredentialsViolation, checkNote } from '../credentials.rules.ts';

/** What is decided about a delegation as a whole. */
export enum DelegationDecision {
  ACCREDIT = 'ACCREDIT',
  ADMIT_PROVISIONALLY = 'ADMIT_PROVISIONALLY',
  RETURN = 'RETURN',
  REFUSE = 'REFUSE',
}

const LEADS_TO: Readonly<Record<DelegationDecision, DelegationStatus>> = {
  [DelegationDecision.ACCREDIT]: DelegationStatus.ACCREDITED,
  [DelegationDecision.ADMIT_PROVISIONALLY]: DelegationStatus.PROVISIONALLY_ADMITTED,
  [DelegationDecision.RETURN]: DelegationStatus.RETURNED,
  [DelegationDecision.REFUSE]: DelegationStatus.REFUSED,
};

export function delegationAfter(decision: DelegationDecision): DelegationStatus {
  return LEADS_TO[decision];
}

/** What is wrong with the note of a decision: what comes back or is refused is told why. */
export function checkDelegationNote(
  decision: DelegationDecision,
  note: string | null,
): readonly CredentialsViolation[] {
  return checkNote(note, decision === DelegationDecision.RETURN || decision === DelegationDecision.REFUSE);
}
