import type { FileSource } from '../../shared/files/file.ts';
import { passportOrder, wholeName } from '../../shared/names/name.rules.ts';
import type { ServiceContext } from '../../shared/service.ts';
import { localize, portalLanguage } from '../../shared/text/localize.rules.ts';
import type { BadgeLoaders } from '../badge/badge.loaders.ts';
import { IN_FORCE, isAtDesk } from '../badge/badge.rules.ts';
import type { ZoneLoaders } from '../badge/zone/zone.loaders.ts';
import type { EditionLoaders } from '../edition/edition.loaders.ts';
import { countryInWords } from '../letter/print/wording.rules.ts';
import { badgePdf } from './badge-pdf.ts';
import type { BadgePrintLoaders } from './badge-print.loaders.ts';

interface BadgeContext extends ServiceContext {
  readonly loaders: BadgeLoaders & BadgePrintLoaders & EditionLoaders & ZoneLoaders;
}

/**
 * The badge of a registration as a PDF to print and fold, for the person and for those at the desk, in the language of
 * `?language=`. The ID is the registration's. A badge that is in force no more is gone.
 */
export const badgeFile: FileSource<BadgeContext> = async ({ viewer, loaders, locale }, { id, query }) => {
  if (viewer.personId === null) return 'unauthenticated';
  const badge = await loaders.badgeByRegistration.load(id);
  if (!badge || !(badge.person_id === viewer.personId || isAtDesk(viewer, badge.edition_id))) return 'not-found';
  if (!IN_FORCE.includes(badge.status)) return 'expired';
  const [bearer, edition, zones] = await Promise.all([
    loaders.badgeBearerByRegistration.load(id),
    loaders.editionById.load(badge.edition_id),
    loaders.zonesByEdition.load(badge.edition_id),
  ]);
  if (!bearer || !edition) return 'not-found';
  const language = portalLanguage(query.language ?? locale);
  const body = await badgePdf({
    language,
    edition: localize(edition.title, language)?.text ?? String(edition.year),
    isDemo: edition.is_demo,
    latinName: bearer.latin_name && passportOrder(bearer.latin_name),
    nativeName: bearer.native_name && wholeName(bearer.native_name),
    affiliation: bearer.affiliation,
    country: bearer.citizenship && countryInWords(bearer.citizenship, language),
    category: badge.category,
    qrPayload: badge.qr_payload,
    serial: badge.serial,
    zones: zones
      .filter(({ code }) => badge.zones.includes(code))
      .map(({ code, name }) => localize(name, language)?.text ?? code),
    validFrom: badge.valid_from,
    validUntil: badge.valid_until,
    timeZone: edition.time_zone,
    issuedAt: badge.issued_at,
  });
  return { contentType: 'application/pdf', filename: `badge-${badge.serial}.pdf`, body, lastModified: badge.issued_at };
};
