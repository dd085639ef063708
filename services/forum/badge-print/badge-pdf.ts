import { isPrintable } from '../../shared/pdf/fonts.ts';
import { makePdf, type Page } from '../../shared/pdf/pdf.ts';
import { drawQrCode } from '../../shared/pdf/qr-code.ts';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../shared/text/localize.rules.ts';
import type { ParticipantCategory } from '../registration/registration.rules.ts';
import { print } from './messages.ts';

/** All that a badge says. */
export interface PrintedBadge {
  readonly language: PortalLanguage;
  /** Title of the edition, in the language of the badge. */
  readonly edition: string;
  readonly isDemo: boolean;
  /** Null where the portal knows no such name. */
  readonly latinName: string | null;
  readonly nativeName: string | null;
  readonly affiliation: string | null;
  readonly country: string | null;
  readonly category: ParticipantCategory;
  readonly qrPayload: string;
  readonly serial: string;
  /** In words, in the order they are printed. */
  readonly zones: readonly string[];
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** IANA, of the edition. */
  readonly timeZone: string;
  readonly issuedAt: Date;
}

/** A6 upright: what fits into the common holders. */
const WIDTH = 297.64;
const HEIGHT = 419.53;
const MARGIN = 20;
const BAND = 48;
const QR_SIZE = 140;
const INK = '#1d2939';
const FAINT = '#475467';
const LARGEST = 26;
const SMALLEST = 11;

/** Dark enough for white letters, and told apart from across a hall. */
const COLOURS: Readonly<Record<ParticipantCategory, string>> = {
  OPEN: '#00708a',
  DELEGATE: '#1849a9',
  SPEAKER: '#6941c6',
  PRESS: '#b54708',
  GUEST: '#087443',
  STAFF: '#b42318',
};

/** Prints a badge: the front on the first page, the back on the second. The same badge gives the same bytes. */
export function badgePdf(badge: PrintedBadge): Promise<Buffer> {
  const { language, edition, serial, issuedAt } = badge;
  const about = { title: `${edition}: ${serial}`, language, settledAt: issuedAt, size: [WIDTH, HEIGHT] } as const;
  return makePdf({ ...about, margin: MARGIN }, (page) => {
    drawFront(page, badge);
    page.addPage();
    drawBack(page, badge);
  });
}

function drawFront(page: Page, badge: PrintedBadge): void {
  const { language, category, nativeName, latinName } = badge;
  const middle = { align: 'center', width: WIDTH - 2 * MARGIN } as const;
  const edition = badge.isDemo ? `${badge.edition} · ${print('DEMO', language)}` : badge.edition;
  page.font('bold').fontSize(10).fillColor(INK).text(edition, MARGIN, MARGIN, middle).moveDown(0.8);
  const printable = nativeName !== null && isPrintable(nativeName) ? nativeName : null;
  const [largest, other] = [latinName ?? printable, latinName === null ? null : printable];
  if (largest !== null)
    page
      .fontSize(sizeFor(page, largest, middle.width))
      .text(largest, middle)
      .moveDown(0.2);
  page.font('regular');
  if (other !== null) page.fontSize(13).text(other, middle);
  page.fontSize(10).fillColor(FAINT);
  if (badge.affiliation !== null && isPrintable(badge.affiliation)) {
    page.text(badge.affiliation, { ...middle, height: 26, ellipsis: true });
  }
  if (badge.country !== null) page.text(badge.country, middle);

  const qrY = HEIGHT - BAND - QR_SIZE - 8;
  drawQrCode(page, badge.qrPayload, { x: (WIDTH - QR_SIZE) / 2, y: qrY, size: QR_SIZE });
  page.rect(0, HEIGHT - BAND, WIDTH, BAND).fill(COLOURS[category]);
  const words = [...new Set([print(category, language), print(category, 'en')])].join(' · ');
  // Below the margin a text would go to the next page.
  page.page.margins.bottom = 0;
  page
    .font('bold')
    .fontSize(16)
    .fillColor('white')
    .text(words, MARGIN, HEIGHT - BAND + 14, middle);
}

function drawBack(page: Page, badge: PrintedBadge): void {
  const { language, serial, zones, timeZone } = badge;
  const width = WIDTH - 2 * MARGIN;
  page.font('regular').fillColor(INK);
  for (const one of PORTAL_LANGUAGES) {
    page.fontSize(9).text(print('IF_FOUND', one), { width }).text(print('EMERGENCY', one), { width }).moveDown(0.8);
  }
  const validity = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lines = [
    [print('SERIAL', language), serial],
    [print('ZONES', language), zones.join(', ')],
    [print('VALIDITY', language), validity.formatRange(badge.validFrom, badge.validUntil)],
  ] as const;
  for (const [label, text] of lines) {
    page.font('regular').fontSize(8).fillColor(FAINT).text(label, { width });
    page.font('bold').fontSize(11).fillColor(INK).text(text, { width }).moveDown(0.4);
  }
}

/** The largest size at which no word of a name is broken, and the name takes two lines at most. */
function sizeFor(page: Page, name: string, width: number): number {
  for (let size = LARGEST; size > SMALLEST; size -= 1) {
    page.fontSize(size);
    const longest = Math.max(...name.split(' ').map((word) => page.widthOfString(word)));
    if (longest <= width && page.heightOfString(name, { width }) <= 2.1 * page.currentLineHeight(true)) return size;
  }
  return SMALLEST;
}
