export const INSURER_LENGTH = 200;
export const POLICY_REFERENCE_LENGTH = 100;

export interface CoverProblem {
  readonly path: readonly string[];
  readonly problem: 'BLANK' | 'TOO_LONG' | 'NOT_BEFORE';
  readonly limits?: Readonly<Record<string, string | number>>;
}

export interface Cover {
  readonly from: string;
  readonly until: string;
  readonly insurer: string;
  readonly policyReference: string | null;
}

/** What is wrong with a cover, all at once. */
export function checkCover({ from, until, insurer, policyReference }: Cover): CoverProblem[] {
  const problems: CoverProblem[] = [
    ...checkText(['insurer'], insurer, INSURER_LENGTH),
    ...(policyReference === null ? [] : checkText(['policyReference'], policyReference, POLICY_REFERENCE_LENGTH)),
  ];
  if (until < from) problems.push({ path: ['until'], problem: 'NOT_BEFORE', limits: { day: from } });
  return problems;
}

function checkText(path: readonly string[], text: string, maximum: number): CoverProblem[] {
  if (text.trim() === '') return [{ path, problem: 'BLANK' }];
  return text.trim().length > maximum ? [{ path, problem: 'TOO_LONG', limits: { maximum } }] : [];
}
