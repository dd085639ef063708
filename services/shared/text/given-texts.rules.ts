import type { Texts } from './localize.rules.ts';

/** A text as somebody gives it in one language. */
export interface GivenText {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
}

export interface TextViolation {
  readonly path: readonly string[];
  readonly problem: 'missing' | 'blank' | 'too-long' | 'unknown-language' | 'repeated';
  /** The most characters allowed, where the text is too long. */
  readonly maximum?: number;
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Sign languages of the Commonwealth and of international meetings, which have no name in the common registry of names. */
const SIGN_LANGUAGES: readonly string[] = ['ils', 'rsl', 'ukl'];

/** Whether a tag is well formed, BCP 47, and of a language that people know by a name. */
export function isKnownLanguage(tag: string): boolean {
  const canonical = canonicalTag(tag);
  return canonical !== null && (SIGN_LANGUAGES.includes(canonical) || names.of(canonical) !== undefined);
}

/** A tag as it is written by the rules: `en-GB` for `EN-gb`. Null for what is no tag. */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Everything wrong with a text given in several languages; at least one is needed where it is `required`. */
export function checkTexts(
  path: readonly string[],
  given: readonly GivenText[],
  { maximum, required }: { readonly maximum: number; readonly required: boolean },
): readonly TextViolation[] {
  if (required && given.length === 0) return [{ path, problem: 'missing' }];
  return given.flatMap(({ locale, text }, index) => {
    const at = [...path, String(index)];
    const earlier = given.slice(0, index).some((other) => canonicalTag(other.locale) === canonicalTag(locale));
    const language: TextViolation[] = isKnownLanguage(locale)
      ? earlier
        ? [{ path: [...at, 'locale'], problem: 'repeated' }]
        : []
      : [{ path: [...at, 'locale'], problem: 'unknown-language' }];
    return [...language, ...checkText([...at, 'text'], text, maximum)];
  });
}

/** What is wrong with one line of text that is given at all. */
export function checkText(path: readonly string[], text: string, maximum: number): readonly TextViolation[] {
  if (text.trim() === '') return [{ path, problem: 'blank' }];
  return text.length > maximum ? [{ path, problem: 'too-long', maximum }] : [];
}

/** What is wrong with a list of language tags. */
export function checkLanguages(path: readonly string[], tags: readonly string[]): readonly TextViolation[] {
  return tags.flatMap((tag, index): TextViolation[] => {
    const at = [...path, String(index)];
    if (!isKnownLanguage(tag)) return [{ path: at, problem: 'unknown-language' }];
    const earlier = tags.slice(0, index).some((other) => canonicalTag(other) === canonicalTag(tag));
    return earlier ? [{ path: at, problem: 'repeated' }] : [];
  });
}

/** Texts by language, as they are kept. The input has been checked. */
export function textsOf(given: readonly GivenText[]): Texts {
  return Object.fromEntries(given.map(({ locale, text }) => [canonicalTag(locale) ?? locale, text.trim()]));
}
