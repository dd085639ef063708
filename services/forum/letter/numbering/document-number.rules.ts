/** What is numbered within an edition, each kind by itself and without gaps. */
export type NumberedKind = 'INVITATION_LETTER' | 'ATTENDANCE_CERTIFICATE';

const DIGITS = 6;

/** Tells the kinds apart by the number alone. */
const SERIES: Record<NumberedKind, string> = { INVITATION_LETTER: '', ATTENDANCE_CERTIFICATE: 'A' };

/** The number of a document as people read and type it: `2026-000123`, `2026-A000123`. */
export function documentNumber(kind: NumberedKind, year: number, place: number): string {
  return `${year}-${SERIES[kind]}${String(place).padStart(DIGITS, '0')}`;
}

/** What kind of document a number is of, whoever typed it; null for what is no number of ours. */
export function readNumber(typed: string): { readonly kind: NumberedKind; readonly number: string } | null {
  const number = typed.trim().toUpperCase();
  const [, series] = /^\d{4}-(A?)\d{6,9}$/.exec(number) ?? [];
  if (series === undefined) return null;
  return { kind: series === 'A' ? 'ATTENDANCE_CERTIFICATE' : 'INVITATION_LETTER', number };
}

/** 80 bits: nobody comes upon a code by trying. */
export const CODE_LENGTH = 16;
