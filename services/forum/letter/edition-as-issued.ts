import type { Edition } from '../edition/edition.entity.ts';
import type { EditionAsIssued } from './letter.rules.ts';

/** What a document that is issued now keeps of its edition. */
export function editionAsIssued(edition: Edition): EditionAsIssued {
  const { year, title, city, hostCountry, timeZone, isDemo } = edition;
  return {
    year,
    title,
    city,
    hostCountry,
    startsAt: edition.startsAt?.toISOString() ?? null,
    endsAt: edition.endsAt?.toISOString() ?? null,
    timeZone,
    isDemo,
  };
}
