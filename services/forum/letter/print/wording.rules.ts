import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { countryInWords, inLanguage } from '../../../shared/text/wording.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';

/** The days of an edition, in words; null until they are announced. */
export function daysInWords(edition: EditionAsIssued, language: PortalLanguage): string | null {
  const { startsAt, endsAt, timeZone } = edition;
  if (startsAt === null || endsAt === null) return null;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).formatRange(
    new Date(startsAt),
    new Date(endsAt),
  );
}

/** City and country of an edition. */
export function placeInWords({ city, hostCountry }: EditionAsIssued, language: PortalLanguage): string {
  return [inLanguage(city, language), countryInWords(hostCountry, language)].filter(Boolean).join(', ');
}
