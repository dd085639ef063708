import {
  ICAO_EXCEPTIONS,
  ICAO_LETTERS,
  PORTAL_LETTERS,
  PORTAL_LETTERS_OF_ANY_LANGUAGE,
} from './cyrillic-letters.rules.ts';
import { ARMENIAN_LETTERS, LATIN_LETTERS } from './other-letters.rules.ts';

/** Whose table a suggestion follows. */
export enum LatinNameTable {
  AS_WRITTEN = 'AS_WRITTEN',
  ICAO_9303 = 'ICAO_9303',
  PORTAL_KAZAKH = 'PORTAL_KAZAKH',
  PORTAL_KYRGYZ = 'PORTAL_KYRGYZ',
  PORTAL_TAJIK = 'PORTAL_TAJIK',
  PORTAL_UZBEK = 'PORTAL_UZBEK',
  PORTAL_CYRILLIC = 'PORTAL_CYRILLIC',
  PORTAL_LATIN = 'PORTAL_LATIN',
  PORTAL_ARMENIAN = 'PORTAL_ARMENIAN',
}

const { AS_WRITTEN, ICAO_9303, PORTAL_CYRILLIC, PORTAL_LATIN, PORTAL_ARMENIAN } = LatinNameTable;
const PORTAL_TABLES: Readonly<Record<keyof typeof PORTAL_LETTERS, LatinNameTable>> = {
  kk: LatinNameTable.PORTAL_KAZAKH,
  ky: LatinNameTable.PORTAL_KYRGYZ,
  tg: LatinNameTable.PORTAL_TAJIK,
  uz: LatinNameTable.PORTAL_UZBEK,
};

/** How a language, by its tag, spells a letter; in capitals. */
export function spellLetter(
  letter: string,
  language: string,
  isInitial: boolean,
): { latin: string; table: LatinNameTable } | null {
  if (/^[A-Za-z]$/.test(letter)) return { latin: letter.toUpperCase(), table: AS_WRITTEN };
  const [code = ''] = language.toLowerCase().split('-');
  const capital = capitalOf(letter);
  const official = ICAO_EXCEPTIONS[code]?.[capital];
  if (official !== undefined) return { latin: official, table: ICAO_9303 };
  if (isPortalLanguage(code)) {
    const own: string | undefined = Object.entries(PORTAL_LETTERS[code]).find(([one]) => one === capital)?.[1];
    if (own !== undefined) return { latin: own, table: PORTAL_TABLES[code] };
  }
  const general = ICAO_LETTERS[capital];
  if (general !== undefined) return { latin: general, table: ICAO_9303 };
  const ofAny = PORTAL_LETTERS_OF_ANY_LANGUAGE[capital];
  if (ofAny !== undefined) return { latin: ofAny, table: PORTAL_CYRILLIC };
  const armenian = ARMENIAN_LETTERS[capital];
  if (armenian) return { latin: (isInitial && armenian.initial) || armenian.latin, table: PORTAL_ARMENIAN };
  const plain = LATIN_LETTERS[letter] ?? LATIN_LETTERS[capital] ?? capital.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[A-Z]+$/.test(plain) ? { latin: plain, table: PORTAL_LATIN } : null;
}

function isPortalLanguage(code: string): code is keyof typeof PORTAL_LETTERS {
  return Object.hasOwn(PORTAL_LETTERS, code);
}

/** The characters of a text, letters of two characters in one piece. */
export function lettersOf(text: string): string[] {
  return text.normalize('NFC').match(/[Ոո][Ււ]|./gsu) ?? [];
}

function capitalOf(letter: string): string {
  // A ligature, whose capital form is two letters, spelled in either of two ways.
  return letter === 'և' ? 'ԵՎ' : letter.toUpperCase();
}
