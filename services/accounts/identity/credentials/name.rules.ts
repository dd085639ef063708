/** In characters, as people count them. */
export const LONGEST_NAME = 120;

/** Control characters, line and paragraph separators, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A name as it is kept: spaces put in order, in one Unicode form. Null for what is no name. */
export function tidyName(typed: string): string | null {
  if (UNSEEN.test(typed)) return null;
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Bounded first: counting what people see costs more than counting what is stored.
  if (name.length > LONGEST_NAME * 4 || [...graphemes.segment(name)].length > LONGEST_NAME) return null;
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}
