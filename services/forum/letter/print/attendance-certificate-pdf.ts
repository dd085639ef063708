import { passportOrder, wholeName } from '../../../shared/names/name.rules.ts';
import { isPrintable } from '../../../shared/pdf/fonts.ts';
import { A4, makePdf } from '../../../shared/pdf/pdf.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';
import { ACCENT, drawDemonstration, drawVerification, INK, type Verification } from './draw.ts';
import { print } from './messages.ts';
import { dayInWords, daysInWords, inLanguage, placeInWords } from './wording.rules.ts';

/** All that a certificate says. */
export interface PrintedCertificate {
  readonly language: PortalLanguage;
  readonly issuedAt: Date;
  readonly latinName: PersonName | null;
  readonly nativeName: PersonName | null;
  readonly edition: EditionAsIssued;
  readonly verification: Verification;
}

const MARGIN = 56;
const FRAME = 24;

/** Prints a certificate on one page across. The same certificate and language give the same bytes. */
export function attendanceCertificatePdf(certificate: PrintedCertificate): Promise<Buffer> {
  const { language, edition, issuedAt, verification } = certificate;
  const heading = print('CERTIFICATE_HEADING', language);
  const about = {
    title: `${heading} ${verification.number}`,
    language,
    settledAt: issuedAt,
    size: [A4.height, A4.width],
    margin: MARGIN,
  } as const;
  return makePdf(about, (page) => {
    const middle = { align: 'center' } as const;
    const { width, height } = page.page;
    page
      .rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
      .lineWidth(2)
      .stroke(ACCENT);
    if (edition.isDemo) drawDemonstration(page, language);
    page.font('bold').fontSize(32).fillColor(ACCENT).text(heading, middle).moveDown(0.6);
    page.font('regular').fontSize(13).fillColor(INK).text(print('CERTIFICATE_OPENING', language), middle).moveDown(0.6);
    const [first = '', ...others] = names(certificate);
    page.font('bold').fontSize(24).text(first, middle);
    for (const name of others) page.font('regular').fontSize(14).text(name, middle);
    page.moveDown(0.6).font('regular').fontSize(13).text(print('CERTIFICATE_CLOSING', language), middle).moveDown(0.4);
    page.font('bold').fontSize(16).text(inLanguage(edition.title, language), middle).moveDown(0.4);
    const days = daysInWords(edition, language);
    const where = [placeInWords(edition, language), days].filter((part) => part !== null).join(' · ');
    page.font('regular').fontSize(13).text(where, middle).moveDown(0.8);
    const date = dayInWords(issuedAt, edition.timeZone, language);
    page.fontSize(11).text(print('NUMBER_AND_DATE', language, { number: verification.number, date }), middle);
    drawVerification(page, language, verification);
  });
}

/** The name as its bearer writes it, where the fonts have its letters, and as the passport does. */
function names({ latinName, nativeName }: PrintedCertificate): string[] {
  const native = nativeName && wholeName(nativeName);
  const latin = latinName && passportOrder(latinName);
  const printable = native !== null && (isPrintable(native) || latin === null) ? native : null;
  return [printable, latin].filter((name) => name !== null);
}
