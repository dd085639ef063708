import type { Page } from '../../../shared/pdf/pdf.ts';
import * as shared from '../../../shared/pdf/verification.ts';
import { printedCode } from '../../../shared/text/code.rules.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { print } from './messages.ts';

export interface Verification {
  readonly number: string;
  readonly code: string;
  /** The page that verifies it. */
  readonly url: string;
}

/** Says over the whole width that a document of a demonstration is none. */
export function drawDemonstration(page: Page, language: PortalLanguage): void {
  shared.drawWarning(page, print('DEMO', language));
}

/** Draws how a document is verified along the lower edge: QR code, number, code and address. */
export function drawVerification(page: Page, language: PortalLanguage, { number, code, url }: Verification): void {
  shared.drawVerification(page, { words: print('VERIFY', language, { number, code: printedCode(code) }), url });
}
