import { PORTAL_LANGUAGES, type PortalLanguage } from '../../../shared/text/localize.rules.ts';

/**
 * The language a request is made in, of those the portal speaks, from its `Accept-Language` header; null when it names
 * none of them.
 */
export function askedLocale(acceptLanguage: string | null | undefined): PortalLanguage | null {
  const wishes = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    return { language: PORTAL_LANGUAGES.find((known) => known === tag.split('-')[0]), quality };
  });
  // The sort is stable: of languages liked alike, the first named.
  const liked = wishes.filter(({ quality }) => quality > 0).toSorted((one, other) => other.quality - one.quality);
  return liked.find(({ language }) => language)?.language ?? null;
}
