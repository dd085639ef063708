import { randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '../text/code.rules.ts';

/** Makes a code for people to read and type: chance alone, five bits a character. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
