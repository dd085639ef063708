const DEFAULT_LOCALE = 'en';

/**
 * The language a client likes best, from its `Accept-Language` header (RFC 9110): BCP 47, canonical. English where the
 * header is missing, says `*`, or holds nothing that is a language.
 */
export function preferredLocale(acceptLanguage: string | undefined): string {
  const wishes = (acceptLanguage ?? '').split(',').map((part, position) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { tag, quality, position };
  });
  const best = wishes
    .filter(({ tag, quality }) => quality > 0 && isLanguageTag(tag))
    .sort((a, b) => b.quality - a.quality || a.position - b.position)[0];
  return best ? (Intl.getCanonicalLocales(best.tag)[0] ?? DEFAULT_LOCALE) : DEFAULT_LOCALE;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
