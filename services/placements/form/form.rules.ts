import type { TextViolation } from '../../shared/text/given-texts.rules.ts';

export type FormProblem =
  | TextViolation['problem']
  | 'below-minimum'
  | 'over-maximum'
  | 'empty'
  | 'too-many'
  | 'unknown-zone'
  | 'unknown-currency'
  | 'other-currency'
  | 'currency-committed'
  | 'minimum-above-maximum'
  | 'not-a-skill'
  | 'ends-before-it-begins'
  | 'after-start'
  | 'in-past'
  | 'outside-programme';

/** What a form asks a number, a day or a code to be. */
export type FormLimits = Readonly<Record<string, string | number>>;

/** One thing wrong with a form; `path` is within the input. */
export interface FormViolation {
  readonly path: readonly string[];
  readonly problem: FormProblem;
  readonly limits?: FormLimits;
}

export const IDEMPOTENCY_KEY_LENGTH = 200;

/** Everything wrong with texts, as a form tells it. */
export function aboutTexts(violations: readonly TextViolation[]): readonly FormViolation[] {
  return violations.map(({ path, problem, maximum }) => ({
    path,
    problem,
    ...(maximum !== undefined && { limits: { maximum } }),
  }));
}

/** What is wrong with the key of a form, if it has one. */
export function checkKey(key: string | null): readonly FormViolation[] {
  if (key === null) return [];
  const path = ['idempotencyKey'];
  if (key.trim() === '') return [{ path, problem: 'blank' }];
  return key.length > IDEMPOTENCY_KEY_LENGTH
    ? [{ path, problem: 'too-long', limits: { maximum: IDEMPOTENCY_KEY_LENGTH } }]
    : [];
}

/** What is wrong with a number that lies between two others, both included. */
export function checkRange(
  path: readonly string[],
  number: number,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): readonly FormViolation[] {
  if (number < minimum) return [{ path, problem: 'below-minimum', limits: { minimum } }];
  return number > maximum ? [{ path, problem: 'over-maximum', limits: { maximum } }] : [];
}

/** What is wrong with the length of a list. */
export function checkLength(
  path: readonly string[],
  { length }: readonly unknown[],
  maximum: number,
): readonly FormViolation[] {
  return length > maximum ? [{ path, problem: 'too-many', limits: { maximum } }] : [];
}

/** Those of a list that stand in it before already. `field` is where in its entry the word stands. */
export function checkRepeats(
  path: readonly string[],
  words: readonly string[],
  field: readonly string[] = [],
): readonly FormViolation[] {
  return words.flatMap((word, index) =>
    words.indexOf(word) < index ? [{ path: [...path, String(index), ...field], problem: 'repeated' as const }] : [],
  );
}

/** What is wrong with the code of a currency, ISO 4217. */
export function checkCurrency(path: readonly string[], code: string): readonly FormViolation[] {
  return Intl.supportedValuesOf('currency').includes(code) ? [] : [{ path, problem: 'unknown-currency' }];
}

/** What is wrong with an amount of money in the smallest unit of its currency. */
export function checkAmount(path: readonly string[], amount: number): readonly FormViolation[] {
  return amount < 0 ? [{ path, problem: 'below-minimum', limits: { minimum: 0 } }] : [];
}

/** What is wrong with the name of a time zone. Those of an offset say nothing of summer time, and are none. */
export function checkZone(path: readonly string[], name: string): readonly FormViolation[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]/i.test(name) ? [] : [{ path, problem: 'unknown-zone' }];
  } catch {
    return [{ path, problem: 'unknown-zone' }];
  }
}
