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

/** Crockford's base 32: no letter that is read as a digit, none that makes words. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits: nobody comes upon a code by trying. */
export const CODE_LENGTH = 16;
const GROUP = 4;

/** A code as it is printed, in groups: `7K3M-…`. */
export function printedCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? code;
}

/** A code as it is kept, from what somebody typed: without the groups, and with digits for the letters they look like. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
