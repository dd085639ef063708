import { checkReason, REASON_LENGTH } from '../../shared/journal/reason.rules.ts';

export const IDEMPOTENCY_KEY_LENGTH = 200;

export interface InputViolation {
  readonly field: 'idempotencyKey' | 'reason';
  readonly problem: 'BLANK' | 'TOO_LONG' | 'CONTROL_CHARACTER';
  /** The most characters allowed, where there are too many. */
  readonly maximum: number;
}

/** What is wrong with a request about somebody's data; nothing for most. */
export function checkRequest(idempotencyKey: string | null, reason: string | null): readonly InputViolation[] {
  return [...checkKey(idempotencyKey), ...checkGivenReason(reason)];
}

function checkKey(key: string | null): InputViolation[] {
  const violation = (problem: InputViolation['problem']) =>
    [{ field: 'idempotencyKey', problem, maximum: IDEMPOTENCY_KEY_LENGTH }] as const;
  if (key === null) return [];
  if (key.trim() === '') return [...violation('BLANK')];
  return key.length > IDEMPOTENCY_KEY_LENGTH ? [...violation('TOO_LONG')] : [];
}

const PROBLEMS = {
  REASON_TOO_SHORT: 'BLANK',
  REASON_TOO_LONG: 'TOO_LONG',
  CONTROL_CHARACTER: 'CONTROL_CHARACTER',
} as const;

function checkGivenReason(reason: string | null): InputViolation[] {
  const problem = checkReason(reason);
  return problem === null ? [] : [{ field: 'reason', problem: PROBLEMS[problem], maximum: REASON_LENGTH }];
}
