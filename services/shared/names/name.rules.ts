/** The most characters of one part of a name, and of the name a person goes by. */
export const NAME_LENGTH = 100;

/** A name in one script. A person may have a single name: then `family` holds it and `given` is null. */
export interface PersonName {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic?: string | null;
}

/** A name as its bearer writes it. */
export interface NativeName extends PersonName {
  /** BCP 47; null where nobody said. */
  readonly language?: string | null;
}

export type NameProblem = 'blank' | 'too-long' | 'unexpected-character' | 'not-latin' | 'mixed-scripts';

const LOOKALIKES = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** What is wrong with one part of a name as its bearer writes it, or null: letters, and what stands between them. */
export function nativePartProblem(part: string): NameProblem | null {
  if (part.trim() === '') return 'blank';
  if (part.length > NAME_LENGTH) return 'too-long';
  if (!/\p{L}/u.test(part) || /[^\p{L}\p{M} \-\u2010'’‘ʼʻ`.·\u200c\u200d]/u.test(part)) return 'unexpected-character';
  // A Latin `a` in a Cyrillic name deceives the eye, and search.
  return LOOKALIKES.filter((script) => script.test(part)).length > 1 ? 'mixed-scripts' : null;
}

/** What is wrong with one part of a name as the passport prints it, or null: what its machine-readable zone can hold. */
export function latinPartProblem(part: string): NameProblem | null {
  if (part.trim() === '') return 'blank';
  if (part.length > NAME_LENGTH) return 'too-long';
  return /[A-Za-z]/.test(part) && /^[A-Za-z '-]+$/.test(part) ? null : 'not-latin';
}

/** What is wrong with the name a person goes by, or null: anything that can be seen. */
export function displayNameProblem(name: string): NameProblem | null {
  if (name.trim() === '') return 'blank';
  if (name.length > NAME_LENGTH) return 'too-long';
  return !/\p{L}/u.test(name) || /[^\P{C}\u200c\u200d]/u.test(name) ? 'unexpected-character' : null;
}

/** A text as it is kept: composed, without spaces around and in rows. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A Latin name in the order of passports: `AKHMETOVA Saule`. */
export function passportOrder({ family, given }: PersonName): string {
  return [family.toUpperCase(), given].filter(Boolean).join(' ');
}

/** A whole name, as its bearer writes it. */
export function wholeName({ family, given, patronymic }: PersonName): string {
  return [family, given, patronymic].filter(Boolean).join(' ');
}
