import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from './document-number.rules.ts';

/** Makes the code by which whoever holds a document shows that it is genuine: chance alone, in base 32. */
export function makeVerificationCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
