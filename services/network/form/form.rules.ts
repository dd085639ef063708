import type { TextViolation } from '../../shared/text/given-texts.rules.ts';

export type FormProblem =
  | TextViolation['problem']
  | 'in-future'
  | 'ends-before-it-begins'
  | 'outside-year'
  | 'before-it-begins'
  | 'after-it-ends'
  | 'unknown-region'
  | 'unknown-key'
  | 'unknown-currency'
  | 'other-sector'
  | 'not-a-link'
  | 'below-one'
  | 'over-a-day'
  | 'over-maximum'
  | 'more-than-asked'
  | 'empty'
  | 'too-many';

/** What a form asks a number or a day to be. */
export type FormLimits = Readonly<Record<string, string | number>>;

/** One thing wrong with a form; `path` is within the input. */
export interface FormViolation {
  readonly path: readonly string[];
  readonly problem: FormProblem;
  readonly limits?: FormLimits;
}

export const LINK_LENGTH = 2000;

/** Everything wrong with texts, as a form tells it. */
export function aboutTexts(violations: readonly TextViolation[]): readonly FormViolation[] {
  return violations.map(({ path, problem, maximum }) => ({
    path,
    problem,
    ...(maximum !== undefined && { limits: { maximum } }),
  }));
}

/** What is wrong with a link that is given at all. */
export function checkLink(path: readonly string[], link: string | null): readonly FormViolation[] {
  if (link === null) return [];
  if (link.length > LINK_LENGTH) return [{ path, problem: 'too-long', limits: { maximum: LINK_LENGTH } }];
  const url = URL.parse(link.trim());
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? [] : [{ path, problem: 'not-a-link' }];
}

/** What is wrong with the code of a region (ISO 3166-2), given those that exist. */
export function checkRegion(path: readonly string[], code: string, known: readonly string[]): readonly FormViolation[] {
  return known.includes(code) ? [] : [{ path, problem: 'unknown-region', limits: { codes: known.join(', ') } }];
}

/** What is wrong with a number of people or of anything else that is counted from one. */
export function checkCount(path: readonly string[], count: number, maximum: number): readonly FormViolation[] {
  if (count < 1) return [{ path, problem: 'below-one' }];
  return count > maximum ? [{ path, problem: 'over-maximum', limits: { maximum } }] : [];
}

/** What is wrong with a list of IDs that one act is about. */
export function checkIds(path: readonly string[], ids: readonly string[], maximum: number): readonly FormViolation[] {
  if (ids.length === 0) return [{ path, problem: 'empty' }];
  if (ids.length > maximum) return [{ path, problem: 'too-many', limits: { maximum } }];
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...path, String(index)], problem: 'repeated' as const }] : [],
  );
}
