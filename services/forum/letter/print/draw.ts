import type { Page } from '../../../shared/pdf/pdf.ts';
import { drawQrCode } from '../../../shared/pdf/qr-code.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { printedCode } from '../numbering/document-number.rules.ts';
import { print } from './messages.ts';

export const INK = '#1d2939';
export const ACCENT = '#00708a';
const WARNING = '#b42318';
const QR_SIZE = 104;

export interface Verification {
  readonly number: string;
  readonly code: string;
  /** The page that verifies it. */
  readonly url: string;
}

/** Says over the whole width that a document of a demonstration is none. */
export function drawDemonstration(page: Page, language: PortalLanguage): void {
  page.font('bold').fontSize(11).fillColor(WARNING).text(print('DEMO', language), { align: 'center' });
  page.moveDown(0.5).fillColor(INK);
}

/** Draws how a document is verified along the lower edge: QR code, number, code and address. */
export function drawVerification(page: Page, language: PortalLanguage, { number, code, url }: Verification): void {
  const { left, right, bottom } = page.page.margins;
  const y = page.page.height - bottom - QR_SIZE;
  const textX = left + QR_SIZE + 16;
  const width = page.page.width - right - textX;
  drawQrCode(page, url, { x: left, y, size: QR_SIZE });
  page
    .font('regular')
    .fontSize(8.5)
    .fillColor(INK)
    .text(print('VERIFY', language, { number, code: printedCode(code) }), textX, y + 14, { width })
    .moveDown(0.5)
    .fillColor(ACCENT)
    .text(url, { width });
}
