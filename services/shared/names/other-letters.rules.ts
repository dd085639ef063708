import type { Letters } from './cyrillic-letters.rules.ts';

/** Latin letters that are more than a plain one with a mark, as the portal spells them in plain letters. */
export const LATIN_LETTERS: Letters = {
  Ə: 'A',
  ı: 'I',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  ß: 'SS',
};

/** How an Armenian letter is spelled, also where it begins a word and there sounds otherwise. */
export interface ArmenianLetter {
  readonly latin: string;
  readonly initial?: string;
}

/**
 * Armenian in plain letters, after the romanisation of BGN/PCGN 1981 without its apostrophes. `ՈՒ` is one letter, as is
 * the ligature `և`.
 */
export const ARMENIAN_LETTERS: Readonly<Record<string, ArmenianLetter>> = {
  Ա: { latin: 'A' },
  Բ: { latin: 'B' },
  Գ: { latin: 'G' },
  Դ: { latin: 'D' },
  Ե: { latin: 'E', initial: 'YE' },
  Զ: { latin: 'Z' },
  Է: { latin: 'E' },
  Ը: { latin: 'Y' },
  Թ: { latin: 'T' },
  Ժ: { latin: 'ZH' },
  Ի: { latin: 'I' },
  Լ: { latin: 'L' },
  Խ: { latin: 'KH' },
  Ծ: { latin: 'TS' },
  Կ: { latin: 'K' },
  Հ: { latin: 'H' },
  Ձ: { latin: 'DZ' },
  Ղ: { latin: 'GH' },
  Ճ: { latin: 'CH' },
  Մ: { latin: 'M' },
  Յ: { latin: 'Y' },
  Ն: { latin: 'N' },
  Շ: { latin: 'SH' },
  Ո: { latin: 'O', initial: 'VO' },
  ՈՒ: { latin: 'U' },
  Չ: { latin: 'CH' },
  Պ: { latin: 'P' },
  Ջ: { latin: 'J' },
  Ռ: { latin: 'R' },
  Ս: { latin: 'S' },
  Վ: { latin: 'V' },
  Տ: { latin: 'T' },
  Ր: { latin: 'R' },
  Ց: { latin: 'TS' },
  Ւ: { latin: 'V' },
  Փ: { latin: 'P' },
  Ք: { latin: 'K' },
  ԵՎ: { latin: 'EV', initial: 'YEV' },
  Օ: { latin: 'O' },
  Ֆ: { latin: 'F' },
};
