import { A4, makePdf } from '../../../shared/pdf/pdf.ts';
import { ACCENT, drawVerification, drawWarning, INK, printableNames } from '../../../shared/pdf/verification.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { countryInWords, dayInWords, inLanguage, rangeInWords } from '../../../shared/text/wording.rules.ts';
import type { CertificateRow } from '../certificate.loaders.ts';
import { print } from './messages.ts';

const MARGIN = 56;
const FRAME = 24;

/** Prints a certificate on one page across. The same certificate, language and address give the same bytes. */
export function certificatePdf(row: CertificateRow, language: PortalLanguage, verifyAt: string): Promise<Buffer> {
  const { number, kind, issued_at: issuedAt, as_issued: service } = row;
  const heading = print('HEADING', language);
  const about = {
    title: `${heading} ${number}`,
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
    if (service.isDemo) drawWarning(page, print('DEMO', language));
    page.font('bold').fontSize(30).fillColor(ACCENT).text(heading, middle).moveDown(0.5);
    page.font('regular').fontSize(13).fillColor(INK).text(print('OPENING', language), middle).moveDown(0.5);
    const names = printableNames({ latinName: row.latin_name, nativeName: row.native_name });
    for (const [place, name] of names.entries()) {
      page
        .font(place === 0 ? 'bold' : 'regular')
        .fontSize(place === 0 ? 24 : 14)
        .text(name, middle);
    }
    page.moveDown(0.5).font('bold').fontSize(16).text(inLanguage(service.title, language), middle).moveDown(0.3);
    const where = `${service.city}, ${countryInWords(service.countryCode, language)}`;
    page.font('regular').fontSize(13).text(where, middle);
    page.text(rangeInWords(row.starts_on, row.ends_on, language), middle).moveDown(0.3);
    page.fontSize(11).text(print('WITH', language, { host: service.host }), middle);
    page.text(inLanguage(service.programme, language), middle);
    page.text(print(kind, language), middle).moveDown(0.5);
    const date = dayInWords(issuedAt, service.timeZone, language);
    page.text(print('NUMBER_AND_DATE', language, { number, date }), middle);
    drawVerification(page, { words: print('VERIFY', language, { number }), url: verifyAt });
  });
}
