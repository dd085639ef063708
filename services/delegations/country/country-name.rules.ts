import { fallbackChain } from '../../shared/text/localize.rules.ts';

/**
 * The name of a country in the language nearest to the asked one, from CLDR through `Intl`.
 *
 * `code` is ISO 3166-1 alpha-2. A language CLDR has no names in falls back like every text of the portal.
 */
export function countryName(code: string, locale: string): string {
  const supported = Intl.DisplayNames.supportedLocalesOf(fallbackChain(locale));
  return new Intl.DisplayNames(supported, { type: 'region' }).of(code) ?? code;
}
