/** How far a delegate is from being admitted, for the desk that may not hand out their badge yet. */
export enum DelegateAdmission {
  AWAITED = 'AWAITED',
  ON_HOLD = 'ON_HOLD',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
}

/** What is decided about a delegate's credentials; the words of the service that decides. */
export const CREDENTIALS_DECISIONS = ['APPROVE', 'ADMIT_PROVISIONALLY', 'HOLD', 'RETURN', 'REJECT'] as const;
export type CredentialsDecision = (typeof CREDENTIALS_DECISIONS)[number];

/** Whether a decision lets somebody take part, all being met or not. */
export function isAdmitting(decision: CredentialsDecision): boolean {
  return decision === 'APPROVE' || decision === 'ADMIT_PROVISIONALLY';
}

/** What keeps a delegate from being admitted, by the last decision about them; null for who is. */
export function missingAdmission(decision: CredentialsDecision | null): DelegateAdmission | null {
  switch (decision) {
    case null:
      return DelegateAdmission.AWAITED;
    case 'HOLD':
      return DelegateAdmission.ON_HOLD;
    case 'RETURN':
      return DelegateAdmission.RETURNED;
    case 'REJECT':
      return DelegateAdmission.REJECTED;
    case 'APPROVE':
    case 'ADMIT_PROVISIONALLY':
      return null;
  }
}
