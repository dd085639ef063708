import { localize, type PortalLanguage, type Texts } from '../../../shared/text/localize.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';

/** The day of an instant in a time zone, in words. */
export function dayInWords(instant: Date, timeZone: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(instant);
}

/** The days of an edition, in words; null until they are announced. */
export function daysInWords(edition: EditionAsIssued, language: PortalLanguage): string | null {
  const { startsAt, endsAt, timeZone } = edition;
  if (startsAt === null || endsAt === null) return null;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).formatRange(
    new Date(startsAt),
    new Date(endsAt),
  );
}

/** The name of a country from CLDR; its code is ISO 3166-1 alpha-2. */
export function countryInWords(code: string, language: PortalLanguage): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** A text in the language of a document, or in the next best. Empty where nothing was written. */
export function inLanguage(texts: Texts, language: PortalLanguage): string {
  return localize(texts, language)?.text ?? '';
}

/** City and country of an edition. */
export function placeInWords({ city, hostCountry }: EditionAsIssued, language: PortalLanguage): string {
  return [inLanguage(city, language), countryInWords(hostCountry, language)].filter(Boolean).join(', ');
}
