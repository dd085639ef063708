import { localize, type PortalLanguage, type Texts } from './localize.rules.ts';

/** The day of an instant in a time zone, in words. */
export function dayInWords(instant: Date, timeZone: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(instant);
}

/** A range of days, `2026-05-01` each, in words. */
export function rangeInWords(from: string, until: string, language: PortalLanguage): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(until));
}

/** The name of a country from CLDR; its code is ISO 3166-1 alpha-2. */
export function countryInWords(code: string, language: PortalLanguage): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** A text in the language of a document, or in the next best. Empty where nothing was written. */
export function inLanguage(texts: Texts, language: PortalLanguage): string {
  return localize(texts, language)?.text ?? '';
}
