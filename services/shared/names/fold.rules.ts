import { lettersOf, spellLetter } from './letters.rules.ts';

/** What different spellings of one sound become, in this order. Letters are small and plain. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/q/g, 'k'],
  // Ж is ZH or J; J, Y and I stand for each other.
  [/d?zh/g, 'i'],
  [/[jy]/g, 'i'],
  // Ерлан and Yerlan.
  [/ie/g, 'e'],
  [/(.)\1+/g, '$1'],
];

/**
 * A name's words without what spellings differ in: script, case, marks, and letters for one sound.
 *
 * `Әбдіров`, `Абдиров` and `Abdirov` become one word, as do `Zhumabayeva` and `Жұмабаева`. So do a few names that are
 * not the same: it serves to propose, never to decide.
 */
export function foldWords(text: string): string[] {
  const words = lettersOf(text).map(foldLetter).join('').split(' ');
  return [...new Set(words.map(foldSounds).filter((word) => word !== ''))];
}

/** A name in one script. Where there is a single name, `family` holds it. */
export interface NameInParts {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic?: string | null;
}

/** All the names of a person. */
export interface Names {
  readonly display: string;
  readonly native?: NameInParts | null | undefined;
  readonly latin?: NameInParts | null | undefined;
}

/** What people are searched and sorted by: the words of all their names, the family's first, each after a space. */
export function foldedKey({ display, native, latin }: Names): string {
  const parts = [native, latin].flatMap((name) => [name?.family, name?.given, name?.patronymic]);
  const words = [...parts, display].flatMap((part) => foldWords(part ?? ''));
  return [...new Set(words)].map((word) => ` ${word}`).join('');
}

function foldLetter(letter: string): string {
  if (/^[\s\p{Pd}.,·]$/u.test(letter)) return ' ';
  if (!/^\p{L}/u.test(letter) || /^[ЪЬъьʻʼʹ]$/u.test(letter)) return '';
  const spelling = spellLetter(letter, '', false);
  return (spelling?.latin ?? letter.normalize('NFKD').replace(/\P{L}/gu, '')).toLowerCase();
}

function foldSounds(word: string): string {
  return SAME_SOUND.reduce((folded, [spelling, sound]) => folded.replace(spelling, sound), word);
}
