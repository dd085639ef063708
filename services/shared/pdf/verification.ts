import type { PersonName } from '../names/name.rules.ts';
import { passportOrder, wholeName } from '../names/written-name.rules.ts';
import { isPrintable } from './fonts.ts';
import type { Page } from './pdf.ts';
import { drawQrCode } from './qr-code.ts';

export const INK = '#1d2939';
export const ACCENT = '#00708a';
const WARNING = '#b42318';
const QR_SIZE = 104;

/** How whoever holds a document finds out whether it is genuine. */
export interface Verification {
  /** What to do and what to type, for people. */
  readonly words: string;
  /** The page that verifies it. */
  readonly url: string;
}

/** Says over the whole width that a document of a demonstration is none. */
export function drawWarning(page: Page, words: string): void {
  page.font('bold').fontSize(11).fillColor(WARNING).text(words, { align: 'center' });
  page.moveDown(0.5).fillColor(INK);
}

/** Draws how a document is verified along the lower edge: QR code, words and address. */
export function drawVerification(page: Page, { words, url }: Verification): void {
  const { left, right, bottom } = page.page.margins;
  const y = page.page.height - bottom - QR_SIZE;
  const textX = left + QR_SIZE + 16;
  const width = page.page.width - right - textX;
  drawQrCode(page, url, { x: left, y, size: QR_SIZE });
  page
    .font('regular')
    .fontSize(8.5)
    .fillColor(INK)
    .text(words, textX, y + 14, { width })
    .moveDown(0.5)
    .fillColor(ACCENT)
    .text(url, { width });
}

/** A person's names to print: as they write it, where the fonts have its letters, and as the passport does. */
export function printableNames(names: {
  readonly latinName: PersonName | null;
  readonly nativeName: PersonName | null;
}): string[] {
  const native = names.nativeName && wholeName(names.nativeName);
  const latin = names.latinName && passportOrder(names.latinName);
  const printable = native !== null && (isPrintable(native) || latin === null) ? native : null;
  return [printable, latin].filter((name) => name !== null);
}
