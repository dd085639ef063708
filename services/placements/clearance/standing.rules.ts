import {
  ClearanceKind,
  type ClearanceStage,
  ClearanceStatus,
  isCleared,
  type RecordedClearance,
  type RequiredClearance,
} from './clearance.rules.ts';

/** Where a clearance is on a day: what is recorded, and what follows where nothing is, or where it has run out. */
export enum ClearanceStanding {
  REQUIRED = 'REQUIRED',
  REQUESTED = 'REQUESTED',
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  WAIVED = 'WAIVED',
  EXPIRED = 'EXPIRED',
}

/** Where a clearance is on a day, `2026-10-01`. */
export function standingOf(
  recorded: { readonly status: ClearanceStatus; readonly validUntil?: string | null } | undefined,
  today: string,
): ClearanceStanding {
  if (!recorded) return ClearanceStanding.REQUIRED;
  const { status, validUntil = null } = recorded;
  const hasRunOut = status === ClearanceStatus.PASSED && validUntil !== null && validUntil < today;
  return hasRunOut ? ClearanceStanding.EXPIRED : ClearanceStanding[status];
}

/** A clearance that does not let somebody serve. One that has passed for too short a time reads as expired. */
export interface OutstandingClearance {
  readonly kind: ClearanceKind;
  readonly status: ClearanceStanding;
}

/** What is asked for by some stages and does not let somebody serve yet, and where it is. */
export function outstandingAt(
  stages: readonly ClearanceStage[],
  { required, recorded, service, today }: ClearanceFacts,
): OutstandingClearance[] {
  return required
    .filter(({ stage }) => stages.includes(stage))
    .map(({ kind }) => ({ kind, known: recorded.find((one) => one.kind === kind) }))
    .filter(({ known }) => !isCleared(known, service))
    .map(({ kind, known }) => {
      const isTooShort = known?.status === ClearanceStatus.PASSED;
      return { kind, status: isTooShort ? ClearanceStanding.EXPIRED : standingOf(known, today) };
    });
}

export interface ClearanceFacts {
  readonly required: readonly RequiredClearance[];
  readonly recorded: readonly RecordedClearance[];
  /** First and last day of service. */
  readonly service: { readonly startsOn: string; readonly endsOn: string };
  /** The day it is where they will serve. */
  readonly today: string;
}

/** Kinds that run out, so that passing one says until when. */
const WITH_AN_END: readonly ClearanceKind[] = [ClearanceKind.VISA, ClearanceKind.INSURANCE];

/** Kinds without which nobody serves: no one goes unexamined or uninsured. */
const NEVER_WAIVED: readonly ClearanceKind[] = [ClearanceKind.MEDICAL, ClearanceKind.INSURANCE];

export const CLEARANCE_TEXT_LENGTH = 200;

/** What is decided about a clearance; the words are those of its status. */
export enum ClearanceDecision {
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  WAIVED = 'WAIVED',
}

/** A verdict on a clearance, as it is given. */
export interface ClearanceVerdict {
  readonly kind: ClearanceKind;
  readonly status: ClearanceDecision;
  readonly validUntil: string | null;
  readonly issuedBy: string | null;
  readonly reason: string | null;
}

export interface VerdictViolation {
  readonly field: 'status' | 'validUntil' | 'issuedBy' | 'reason';
  readonly problem:
    | 'CANNOT_BE_WAIVED'
    | 'MEDICAL_REASON'
    | 'NO_REASON_TAKEN'
    | 'REQUIRED'
    | 'ONLY_WHEN_PASSED'
    | 'BLANK'
    | 'TOO_LONG';
}

/** Everything that is wrong with a verdict. Of a medical check no reason is ever taken. */
export function checkVerdict({ kind, status, validUntil, issuedBy, reason }: ClearanceVerdict): VerdictViolation[] {
  const violations: VerdictViolation[] = [];
  const isPassed = status === ClearanceDecision.PASSED;
  const isWaived = status === ClearanceDecision.WAIVED;
  if (isWaived && NEVER_WAIVED.includes(kind)) violations.push({ field: 'status', problem: 'CANNOT_BE_WAIVED' });
  if (validUntil !== null && !isPassed) violations.push({ field: 'validUntil', problem: 'ONLY_WHEN_PASSED' });
  if (validUntil === null && isPassed && WITH_AN_END.includes(kind)) {
    violations.push({ field: 'validUntil', problem: 'REQUIRED' });
  }
  violations.push(...checkText('issuedBy', issuedBy));
  if (reason !== null && kind === ClearanceKind.MEDICAL) {
    violations.push({ field: 'reason', problem: 'MEDICAL_REASON' });
  } else if (reason !== null && isPassed) {
    violations.push({ field: 'reason', problem: 'NO_REASON_TAKEN' });
  } else if (reason === null && isWaived && kind !== ClearanceKind.MEDICAL) {
    violations.push({ field: 'reason', problem: 'REQUIRED' });
  } else {
    violations.push(...checkText('reason', reason));
  }
  return violations;
}

function checkText(field: 'issuedBy' | 'reason', text: string | null): VerdictViolation[] {
  if (text === null) return [];
  if (text.trim() === '') return [{ field, problem: 'BLANK' }];
  return [...text].length > CLEARANCE_TEXT_LENGTH ? [{ field, problem: 'TOO_LONG' }] : [];
}
