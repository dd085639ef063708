import { checkMember, type GroupMember, type MemberViolation, tidyMember } from './member.rules.ts';

/** A row of an organisation's list. */
export interface GroupRow {
  /** As the organisation counts its rows. */
  readonly number: number;
  readonly member: GroupMember;
  /** True where a row of a file has more cells than the file has columns. */
  readonly hasExtraCells?: boolean;
}

/** Why a row is not registered. Holds nothing of what the row says. */
export type RowRefusal =
  | { readonly refusal: 'invalid-row'; readonly violations: readonly MemberViolation[] }
  /** The number of the row that has the address first. */
  | { readonly refusal: 'repeated-address'; readonly firstRow: number }
  | { readonly refusal: 'already-registered' }
  | { readonly refusal: 'full' };

/** A row as it is judged before anything is asked of the database. */
export interface CheckedRow {
  readonly number: number;
  /** Tidied. */
  readonly member: GroupMember;
  /** What stands for the address. */
  readonly addressKey: string;
  readonly refusal: RowRefusal | null;
}

/** Judges rows by themselves and by each other, on a day (ISO). `keyOf` gives what stands for an address. */
export function checkRows(
  rows: readonly GroupRow[],
  today: string,
  keyOf: (email: string) => string,
): readonly CheckedRow[] {
  const firstRows = new Map<string, number>();
  return rows.map(({ number, member: given, hasExtraCells = false }) => {
    const member = tidyMember(given);
    const addressKey = keyOf(member.email);
    const violations: MemberViolation[] = [
      ...checkMember(member, today),
      ...(hasExtraCells ? [{ path: [], problem: 'too-many-cells' as const }] : []),
    ];
    const firstRow = firstRows.get(addressKey);
    if (member.email !== '' && firstRow === undefined) firstRows.set(addressKey, number);
    const row = { number, member, addressKey };
    if (violations.length > 0) return { ...row, refusal: { refusal: 'invalid-row', violations } };
    return { ...row, refusal: firstRow === undefined ? null : { refusal: 'repeated-address', firstRow } };
  });
}
