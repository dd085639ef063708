import { passportOrder, wholeName } from '../../../shared/names/name.rules.ts';
import { isPrintable } from '../../../shared/pdf/fonts.ts';
import { A4, makePdf, type Page } from '../../../shared/pdf/pdf.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import type { ParticipantCategory } from '../../registration/registration.rules.ts';
import type { Signatory } from '../invitation/invitation-letter.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';
import { ACCENT, drawDemonstration, drawVerification, INK, type Verification } from './draw.ts';
import { print } from './messages.ts';
import { countryInWords, dayInWords, daysInWords, inLanguage, placeInWords } from './wording.rules.ts';

/** All that a letter says. */
export interface PrintedLetter {
  readonly language: PortalLanguage;
  readonly embassy: string | null;
  readonly issuedAt: Date;
  readonly latinName: PersonName;
  readonly nativeName: PersonName | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
  readonly category: ParticipantCategory;
  readonly edition: EditionAsIssued;
  readonly signatory: Signatory;
  readonly verification: Verification;
}

const MARGIN = 64;
const LABEL_WIDTH = 150;

/** Prints an invitation letter on one page. The same letter gives the same bytes. */
export function invitationLetterPdf(letter: PrintedLetter): Promise<Buffer> {
  const { language, edition, issuedAt, verification } = letter;
  const heading = print('LETTER_HEADING', language);
  const about = {
    title: `${heading} ${verification.number}`,
    language,
    settledAt: issuedAt,
    size: [A4.width, A4.height],
    margin: MARGIN,
  } as const;
  return makePdf(about, (page) => {
    const date = dayInWords(issuedAt, edition.timeZone, language);
    if (edition.isDemo) drawDemonstration(page, language);
    page.font('bold').fontSize(11).fillColor(ACCENT).text(inLanguage(edition.title, language)).moveDown(1.5);
    page.fontSize(22).fillColor(INK).text(heading).moveDown(0.3);
    page
      .font('regular')
      .fontSize(11)
      .text(print('NUMBER_AND_DATE', language, { number: verification.number, date }));
    if (letter.embassy !== null) page.text(print('HANDED_IN', language, { embassy: letter.embassy }));
    page.moveDown(1.5).text(print('LETTER_OPENING', language)).moveDown();
    for (const [label, text] of lines(letter)) drawLine(page, label, text);
    page.moveDown().text(print('LETTER_CLOSING', language), { lineGap: 2 }).moveDown(2);
    page.text(letter.signatory.office).moveDown(0.3).font('bold').text(letter.signatory.name);
    drawVerification(page, language, verification);
  });
}

function lines(letter: PrintedLetter): (readonly [label: string, text: string])[] {
  const { language, edition, citizenship } = letter;
  const native = letter.nativeName && wholeName(letter.nativeName);
  const days = daysInWords(edition, language);
  const category = print(letter.category, language);
  return [
    [print('NAME_IN_PASSPORT', language), passportOrder(letter.latinName)],
    ...line(print('NAME_IN_NATIVE_SCRIPT', language), native !== null && isPrintable(native) ? native : null),
    ...line(print('CITIZENSHIP', language), citizenship && countryInWords(citizenship, language)),
    [print('EVENT', language), inLanguage(edition.title, language)],
    [print('PLACE', language), placeInWords(edition, language)],
    ...line(print('DATES', language), days),
    [print('PURPOSE', language), print('PURPOSE_IS', language, { category })],
  ];
}

function line(label: string, text: string | null): (readonly [string, string])[] {
  return text === null ? [] : [[label, text]];
}

function drawLine(page: Page, label: string, text: string): void {
  const { x, y } = page;
  const width = page.page.width - 2 * MARGIN - LABEL_WIDTH;
  page
    .font('regular')
    .fillColor(ACCENT)
    .text(label, x, y, { width: LABEL_WIDTH - 10 });
  const below = page.y;
  page
    .font('bold')
    .fillColor(INK)
    .text(text, x + LABEL_WIDTH, y, { width });
  page.font('regular');
  page.x = x;
  page.y = Math.max(below, page.y) + 6;
}
