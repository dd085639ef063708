import { fallbackChain } from '../../shared/text/localize.rules.ts';

/** Making the names of a language ready takes a thousand times as long as reading one. */
const namesByLocale = new Map<string, Intl.DisplayNames>();
/** Clients may ask in any of thousands of locales; those kept ready are bounded. */
const LOCALES_KEPT = 200;

/**
 * The name of a country in the language nearest to the asked one, from CLDR through `Intl`.
 *
 * `code` is ISO 3166-1 alpha-2. A language CLDR has no names in falls back like every text of the portal.
 */
export function countryName(code: string, locale: string): string {
  return namesIn(locale).of(code) ?? code;
}

function namesIn(locale: string): Intl.DisplayNames {
  const known = namesByLocale.get(locale);
  if (known) return known;
  if (namesByLocale.size >= LOCALES_KEPT) namesByLocale.clear();
  const supported = Intl.DisplayNames.supportedLocalesOf(fallbackChain(locale));
  const names = new Intl.DisplayNames(supported, { type: 'region' });
  namesByLocale.set(locale, names);
  return names;
}
