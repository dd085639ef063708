import { LatinNameTable, lettersOf, spellLetter } from '../../shared/names/letters.rules.ts';

const { AS_WRITTEN, ICAO_9303 } = LatinNameTable;

/** A name in Latin letters, for a person to correct. A part is null where the portal knows no spelling of it. */
export interface LatinNameSuggestion {
  readonly family: string | null;
  readonly given: string | null;
  /** Null where nothing is suggested. */
  readonly table: LatinNameTable | null;
  /** Whether ICAO recommends every letter of it, or nothing had to be changed. */
  readonly official: boolean;
}

/**
 * Suggests how a passport may print a name, in letters A to Z, hyphens and apostrophes.
 *
 * A suggestion and no more: passports follow national rules too, such as Yauheni for a Belarusian whose name is written
 * Евгений in Russian. Of several tables it names the first that is the portal's own.
 */
export function suggestLatinName(family: string, given: string | null, language: string): LatinNameSuggestion {
  const familySpelling = spell(family, language);
  const givenSpelling = given === null ? null : spell(given, language);
  const tables = [familySpelling, givenSpelling].flatMap((spelling) => (spelling ? [...spelling.tables] : []));
  const table = tables.find((one) => !isOfficial(one)) ?? tables.find((one) => one === ICAO_9303) ?? tables[0] ?? null;
  return {
    family: familySpelling?.latin ?? null,
    given: givenSpelling?.latin ?? null,
    table,
    official: table !== null && isOfficial(table),
  };
}

export interface Spelling {
  readonly latin: string;
  readonly tables: ReadonlySet<LatinNameTable>;
}

/**
 * A text in Latin letters, or null where a letter has no spelling, or nothing is left.
 *
 * Apostrophes come as `'`, except between Cyrillic letters, where they are a sign without a sound and go. Letters keep
 * their case: `Щ` is `Shch` before a small letter and `SHCH` among capitals.
 */
export function spell(text: string, language: string): Spelling | null {
  const letters = lettersOf(text);
  const tables = new Set<LatinNameTable>();
  let latin = '';
  for (const [index, letter] of letters.entries()) {
    const previous = letters[index - 1];
    if (isSpace(letter)) latin += ' ';
    else if (isHyphen(letter)) latin += '-';
    else if (isApostrophe(letter)) latin += previous !== undefined && isCyrillic(previous) ? '' : "'";
    else if (!isMark(letter)) {
      const found = spellLetter(letter, language, previous === undefined || !isLetter(previous));
      if (!found) return null;
      latin += inCase(found.latin, letter, letters[index + 1], previous);
      tables.add(found.table);
    }
  }
  const tidy = latin.replace(/ +/g, ' ').trim();
  return /[A-Za-z]/.test(tidy) ? { latin: tidy, tables } : null;
}

function isOfficial(table: LatinNameTable): boolean {
  return table === AS_WRITTEN || table === ICAO_9303;
}

/** Gives a spelling the case of the letter it stands for; of several letters, by what stands beside. */
function inCase(latin: string, letter: string, next: string | undefined, previous: string | undefined): string {
  if (!isUpper(letter)) return latin.toLowerCase();
  if (latin.length < 2) return latin;
  const neighbour = next !== undefined && isLetter(next) ? next : previous;
  if (neighbour !== undefined && isLetter(neighbour) && isUpper(neighbour)) return latin;
  return latin.charAt(0) + latin.slice(1).toLowerCase();
}

function isUpper(letter: string): boolean {
  return /^\p{Lu}/u.test(letter);
}

function isLetter(character: string): boolean {
  return /^\p{L}/u.test(character);
}

function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character);
}

function isCyrillic(character: string): boolean {
  return /^\p{Script=Cyrillic}$/u.test(character);
}

function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

function isHyphen(character: string): boolean {
  return /^[-\u2010\u2011\u2013]$/u.test(character);
}

function isApostrophe(character: string): boolean {
  return /^['’‘ʼʻ`ʹ]$/u.test(character);
}
