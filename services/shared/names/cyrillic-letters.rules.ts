/** Latin spellings of letters, both in capitals. An empty spelling drops the letter. */
export type Letters = Readonly<Record<string, string>>;

/**
 * What ICAO recommends for every language that has no row of its own.
 *
 * Source: Doc 9303, transliterations recommended for use by States, Cyrillic characters. The soft sign has no row there
 * and is dropped. The row "Һ C" of some copies is the Serbian Ћ; for Һ there is none.
 */
export const ICAO_LETTERS: Letters = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ё: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  І: 'I',
  Й: 'I',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: 'IE',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
  Ґ: 'G',
  Ў: 'U',
  Є: 'IE',
  Ї: 'I',
  Ѓ: 'G',
  Ђ: 'D',
  Ѕ: 'DZ',
  Ј: 'J',
  Ќ: 'K',
  Љ: 'LJ',
  Њ: 'NJ',
  Ћ: 'C',
  Џ: 'DZ',
};

/** Where ICAO's table names a language, by its code. */
export const ICAO_EXCEPTIONS: Readonly<Record<string, Letters>> = {
  be: { Г: 'H', Ё: 'IO' },
  bg: { Щ: 'SHT' },
  mk: { Ѓ: 'GJ', Ќ: 'KJ', Х: 'H', Ц: 'C', Џ: 'DJ' },
  sr: { Г: 'H', Ж: 'Z', Х: 'H', Ц: 'C', Ч: 'C', Ш: 'S' },
  uk: { И: 'Y' },
};

/**
 * The portal's own spellings of letters that ICAO has no row for, by language: plain letters, as near as they sound.
 * None of them is official; the published romanisations of these languages disagree.
 */
export const PORTAL_LETTERS = {
  kk: { Ә: 'A', Ғ: 'G', Қ: 'K', Ң: 'N', Ө: 'O', Ұ: 'U', Ү: 'U', Һ: 'H', І: 'I' },
  ky: { Ң: 'N', Ө: 'O', Ү: 'U' },
  tg: { Ғ: 'GH', Ӣ: 'I', Қ: 'Q', Ӯ: 'U', Ҳ: 'H', Ҷ: 'J' },
  uz: { Ў: 'O', Қ: 'Q', Ғ: 'G', Ҳ: 'H' },
} as const satisfies Record<string, Letters>;

/** The same for a letter met in a name of any other language. */
export const PORTAL_LETTERS_OF_ANY_LANGUAGE: Letters = {
  ...PORTAL_LETTERS.kk,
  Ӣ: 'I',
  Ӯ: 'U',
  Ҳ: 'H',
  Ҷ: 'J',
  Җ: 'ZH',
  Ҫ: 'S',
  Ҙ: 'Z',
  Ҡ: 'K',
};
