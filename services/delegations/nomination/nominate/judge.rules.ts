import { DelegationRole, type QuotaCategory } from '../nomination.rules.ts';
import { checkNominee, type Nominee, type NomineeViolation, tidyNominee } from '../nominee/nominee.rules.ts';

/** The most people a delegation names at once. */
export const NOMINEES_LIMIT = 500;

/** What becomes of a list when something is wrong with a row. */
export enum NominationErrorPolicy {
  REJECT_EVERYTHING = 'REJECT_EVERYTHING',
  REJECT_FAILED_ROWS = 'REJECT_FAILED_ROWS',
}

/** A row of a delegation's list. */
export interface NomineeRow {
  /** As the delegation counts its rows. */
  readonly number: number;
  readonly nominee: Nominee;
  /** What the row as such suffers from, before anything is read from it. */
  readonly violations?: readonly NomineeViolation[];
}

/** Why somebody is not nominated. Holds nothing of what the row says. */
export type NomineeRefusal =
  | { readonly refusal: 'invalid-row'; readonly violations: readonly NomineeViolation[] }
  /** The number of the row that has the address first. */
  | { readonly refusal: 'repeated-nominee'; readonly firstRow: number }
  | { readonly refusal: 'already-nominated' }
  | { readonly refusal: 'head-already-appointed' }
  | {
      readonly refusal: 'quota-exceeded';
      readonly category: QuotaCategory;
      readonly allocated: number;
      readonly used: number;
    };

/** A row as it is judged before anything is asked of the database. */
export interface CheckedNominee {
  readonly number: number;
  /** Tidied. */
  readonly nominee: Nominee;
  /** What stands for the address. */
  readonly addressKey: string;
  readonly refusal: NomineeRefusal | null;
}

/** Judges rows by themselves and by each other. `keyOf` gives what stands for an address. */
export function checkNominees(
  rows: readonly NomineeRow[],
  keyOf: (email: string) => string,
): readonly CheckedNominee[] {
  const firstRows = new Map<string, number>();
  return rows.map(({ number, nominee: given, violations: found = [] }) => {
    const nominee = tidyNominee(given);
    const addressKey = keyOf(nominee.email);
    const violations = [...found, ...checkNominee(nominee)];
    const firstRow = firstRows.get(addressKey);
    if (nominee.email !== '' && firstRow === undefined) firstRows.set(addressKey, number);
    const row = { number, nominee, addressKey };
    if (violations.length > 0) return { ...row, refusal: { refusal: 'invalid-row', violations } };
    return { ...row, refusal: firstRow === undefined ? null : { refusal: 'repeated-nominee', firstRow } };
  });
}

/** Places of a delegation in a category, counted in people. */
export interface Places {
  readonly category: QuotaCategory;
  readonly allocated: number;
  readonly used: number;
}

/** What a delegation and its edition have already. */
export interface Standing {
  readonly quotas: readonly Places[];
  readonly hasHead: boolean;
  /** What stands for the addresses of those who are nominated for the edition. */
  readonly nominated: ReadonlySet<string>;
}

/**
 * Judges rows by what there is already, in their order: each takes a place of its category, and the first head is the
 * head. A category without a quota has no places. Alternates take none, and are named where there are some.
 */
export function judgeNominees(
  rows: readonly CheckedNominee[],
  { quotas, hasHead, nominated }: Standing,
): readonly CheckedNominee[] {
  const places = new Map(quotas.map(({ category, allocated, used }) => [category, { allocated, used }]));
  let isLed = hasHead;
  return rows.map((row) => {
    if (row.refusal) return row;
    const { category, role } = row.nominee;
    if (nominated.has(row.addressKey)) return { ...row, refusal: { refusal: 'already-nominated' } };
    if (role === DelegationRole.HEAD && isLed) return { ...row, refusal: { refusal: 'head-already-appointed' } };
    const { allocated, used } = places.get(category) ?? { allocated: 0, used: 0 };
    const { isAlternate } = row.nominee;
    if (isAlternate ? allocated === 0 : used >= allocated)
      return { ...row, refusal: { refusal: 'quota-exceeded', category, allocated, used } };
    if (!isAlternate) places.set(category, { allocated, used: used + 1 });
    if (role === DelegationRole.HEAD) isLed = true;
    return row;
  });
}
