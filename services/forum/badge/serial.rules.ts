/** Digits and capitals without I, L, O and U: nobody takes one for another, and none makes a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;

/** Characters of a serial, the last one a check of the others. */
export const SERIAL_LENGTH = 10;

/** Makes a serial of numbers drawn by lot: nine, of which the last five bits each count. */
export function serialOf(drawn: Iterable<number>): string {
  const digits = [...drawn].slice(0, SERIAL_LENGTH - 1).map((number) => number % BASE);
  if (digits.length < SERIAL_LENGTH - 1) throw new RangeError('a serial needs more numbers');
  return [...digits, checkOf(digits)].map((digit) => ALPHABET.charAt(digit)).join('');
}

/**
 * Reads a serial as somebody types it: in small letters, in groups, with O for 0 and I or L for 1. Null for what is none,
 * and for one with any single character wrong.
 */
export function readSerial(typed: string): string | null {
  if (typed.length > 4 * SERIAL_LENGTH) return null;
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const digits = [...plain].map((character) => ALPHABET.indexOf(character));
  if (digits.length !== SERIAL_LENGTH || digits.includes(-1)) return null;
  return checkOf(digits.slice(0, -1)) === digits.at(-1) ? plain : null;
}

/** Luhn's check digit over an alphabet of 32: every second digit counts double, from the last one on. */
function checkOf(digits: readonly number[]): number {
  const sum = digits.toReversed().reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? 2 * digit : digit;
    return total + Math.floor(counted / BASE) + (counted % BASE);
  }, 0);
  return (BASE - (sum % BASE)) % BASE;
}
