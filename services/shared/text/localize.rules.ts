/** Languages the portal itself speaks; every message exists in each. */
export const PORTAL_LANGUAGES = ['kk', 'ru', 'en'] as const;
export type PortalLanguage = (typeof PORTAL_LANGUAGES)[number];

/** A text written by people, by BCP 47 language tag. */
export type Texts = Readonly<Record<string, string>>;

const FALLBACK_CHAIN = ['en', 'ru', 'kk'];

/**
 * The tags to look a text up by, best first: the asked one, its plain language, then en, ru, kk.
 *
 * Source: the portal's promise to clients, "asked locale → en → ru → kk → whatever exists".
 */
export function fallbackChain(asked: string): string[] {
  return [...new Set([asked, languageOf(asked), ...FALLBACK_CHAIN])];
}

/** Picks the text for an asked locale; `isFallback` says that it is in another language. Null for an empty text. */
export function localize(texts: Texts, asked: string): { text: string; locale: string; isFallback: boolean } | null {
  for (const locale of [...fallbackChain(asked), ...Object.keys(texts)]) {
    // Own keys only: `valueOf` is a well-formed language tag, too.
    const text = Object.hasOwn(texts, locale) ? texts[locale] : undefined;
    if (text !== undefined) return { text, locale, isFallback: languageOf(locale) !== languageOf(asked) };
  }
  return null;
}

/** The language the portal's own messages are given in for an asked locale. */
export function portalLanguage(asked: string): PortalLanguage {
  const language = languageOf(asked);
  return PORTAL_LANGUAGES.find((known) => known === language) ?? 'en';
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}
