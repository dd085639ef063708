/** What is checked about a volunteer before they serve abroad. Of a medical check only the outcome is ever kept. */
export enum ClearanceKind {
  MEDICAL = 'MEDICAL',
  SECURITY = 'SECURITY',
  VISA = 'VISA',
  REFERENCES = 'REFERENCES',
  POLICE_RECORD = 'POLICE_RECORD',
  TRAINING = 'TRAINING',
  INSURANCE = 'INSURANCE',
}

/** By when a clearance is needed. All are needed before travelling. */
export enum ClearanceStage {
  BEFORE_HOST = 'BEFORE_HOST',
  BEFORE_OFFER = 'BEFORE_OFFER',
  BEFORE_TRAVEL = 'BEFORE_TRAVEL',
}

/** A clearance that an opening asks for. */
export interface RequiredClearance {
  readonly kind: ClearanceKind;
  readonly stage: ClearanceStage;
}

/** What is known of a clearance. One that nobody has asked for yet has no row; that it has expired follows from the day. */
export enum ClearanceStatus {
  REQUESTED = 'REQUESTED',
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  WAIVED = 'WAIVED',
}

/** A clearance as it is recorded. */
export interface RecordedClearance {
  readonly kind: ClearanceKind;
  readonly status: ClearanceStatus;
  /** Last day, `2026-10-01`; null where it does not run out, or has not passed. */
  readonly validUntil: string | null;
}

/** Until which day of service a clearance must hold. */
const NEEDED_TO_THE_END: readonly ClearanceKind[] = [ClearanceKind.VISA, ClearanceKind.INSURANCE];

/** The day on which a clearance must still be valid: the last day of service for visa and insurance, else the first. */
export function neededUntil(
  kind: ClearanceKind,
  service: { readonly startsOn: string; readonly endsOn: string },
): string {
  return NEEDED_TO_THE_END.includes(kind) ? service.endsOn : service.startsOn;
}

/** Whether a clearance lets somebody serve from the first day to the last. One that was waived always does. */
export function isCleared(
  recorded: RecordedClearance | undefined,
  service: { readonly startsOn: string; readonly endsOn: string },
): boolean {
  if (recorded?.status === ClearanceStatus.WAIVED) return true;
  if (recorded?.status !== ClearanceStatus.PASSED) return false;
  return recorded.validUntil === null || recorded.validUntil >= neededUntil(recorded.kind, service);
}

/** Those of the required clearances that do not let somebody serve yet, in the order they are asked for. */
export function outstandingClearances(
  required: readonly RequiredClearance[],
  recorded: readonly RecordedClearance[],
  service: { readonly startsOn: string; readonly endsOn: string },
): readonly RequiredClearance[] {
  return required.filter(
    ({ kind }) =>
      !isCleared(
        recorded.find((one) => one.kind === kind),
        service,
      ),
  );
}
