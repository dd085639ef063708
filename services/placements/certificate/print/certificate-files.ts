import type { FileSource } from '../../../shared/files/file.ts';
import { htmlPage } from '../../../shared/files/html-page.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { portalLanguage } from '../../../shared/text/localize.rules.ts';
import { countryInWords, inLanguage, rangeInWords } from '../../../shared/text/wording.rules.ts';
import type { CertificateLoaders, CertificateRow } from '../certificate.loaders.ts';
import { CertificateStatus, initialsOfHolder, maySeeCertificate, readCertificateNumber } from '../certificate.rules.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { print, type printMessages } from './messages.ts';
import { verificationUrl } from './verification-url.ts';

interface CertificatesContext extends ServiceContext {
  readonly loaders: CertificateLoaders;
}

/** A certificate as a PDF, for its holder, the host and those who run placements, in the language of `?language=`. */
export const certificateFile: FileSource<CertificatesContext> = async (
  { viewer, loaders, publicUrl, locale },
  { id, query },
) => {
  if (viewer.personId === null) return 'unauthenticated';
  const row = await loaders.certificateById.load(id);
  const whose = row && { personId: row.person_id, hostOrganisationId: row.host_organisation_id };
  if (!row || !whose || !maySeeCertificate(viewer, whose)) return 'not-found';
  // Nobody is left whom it would name, or nobody known yet.
  if (row.status === CertificateStatus.REVOKED || row.latin_name === null) return 'expired';
  const language = portalLanguage(query.language ?? locale);
  const body = await certificatePdf(row, language, verificationUrl(publicUrl, row.number));
  return { contentType: 'application/pdf', filename: `${row.number}.pdf`, body, lastModified: row.issued_at };
};

/**
 * The page that the QR code of a certificate leads anyone to, in the language of their browser: whether it is genuine and
 * valid, for which service, and the holder's initials. Never a name.
 */
export const verificationPage: FileSource<CertificatesContext> = async ({ loaders, locale }, { id }) => {
  const language = portalLanguage(locale);
  const number = readCertificateNumber(id);
  const row = number === null ? null : await loaders.certificateByNumber.load(number);
  const say = (key: keyof typeof printMessages, values?: Record<string, string>) => print(key, language, values);
  const heading = say(row ? (row.status === CertificateStatus.VALID ? 'GENUINE' : 'REVOKED') : 'NOT_GENUINE');
  return {
    contentType: 'text/html; charset=utf-8',
    filename: null,
    body: htmlPage(language, heading, row ? lines(row) : []),
  };

  function lines({ number, kind, starts_on, ends_on, issued_at, as_issued: service, ...names }: CertificateRow) {
    const initials = initialsOfHolder({ latinName: names.latin_name, nativeName: names.native_name });
    return [
      say('HEADING'),
      say('NUMBER_AND_DATE', { number, date: dayIn(service.timeZone, issued_at) }),
      service.isDemo ? say('DEMO') : null,
      inLanguage(service.title, language),
      countryInWords(service.countryCode, language),
      rangeInWords(starts_on, ends_on, language),
      say(kind),
      initials && say('HOLDER', { initials }),
    ];
  }
};
