import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { faces } from './fonts.ts';

/** What a document is drawn on, page by page. `regular` and `bold` are its fonts. */
export type Page = PDFKit.PDFDocument;

export interface PdfAbout {
  readonly title: string;
  /** BCP 47; readers that speak choose their voice by it. */
  readonly language: string;
  /** When what it says was settled. The same content gives the same bytes. */
  readonly settledAt: Date;
  /** Width and height in points. */
  readonly size: readonly [number, number];
  readonly margin: number;
}

/** In points, 1/72 of an inch. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** Makes a PDF. `draw` finds the first page open. */
export async function makePdf(about: PdfAbout, draw: (page: Page) => void): Promise<Buffer> {
  const { title, language, settledAt, size, margin } = about;
  const page = new PDFDocument({
    size: [...size],
    margin,
    lang: language,
    displayTitle: true,
    font: faces.regular,
    info: { Title: title, CreationDate: settledAt, ModDate: settledAt },
  });
  page.registerFont('regular', faces.regular).registerFont('bold', faces.bold).font('regular');
  draw(page);
  page.end();
  return buffer(page);
}
