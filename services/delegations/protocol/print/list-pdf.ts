import { passportOrder, wholeName } from '../../../shared/names/written-name.rules.ts';
import { isPrintable } from '../../../shared/pdf/fonts.ts';
import { A4, makePdf, type Page } from '../../../shared/pdf/pdf.ts';
import { inWords, zoneInWords } from '../../../shared/text/when.rules.ts';
import { countryName } from '../../country/country-name.rules.ts';
import { print } from './messages.ts';
import type { ListedDelegation, ListedMember, PrintedList } from './printed-list.rules.ts';

const INK = '#1d2939';
const MARGIN = 48;
const GAP = 8;
/** Widths of what stands beside one another: number, names, function, state. */
const COLUMNS = [24, 212, 126, 112] as const;
/** Room for a delegation's heading and its first member, which are not parted. */
const HEADING_ROOM = 64;

/** Prints a list of delegations. The same list gives the same bytes. Long ones take as many pages as they need. */
export function listPdf(list: PrintedList): Promise<Buffer> {
  const { language, year, timeZone, asOf, delegations } = list;
  const title = print('LIST_HEADING', language);
  const about = {
    title: `${title} ${year}`,
    language,
    settledAt: asOf,
    size: [A4.width, A4.height],
    margin: MARGIN,
  } as const;
  return makePdf(about, (page) => {
    const zone = zoneInWords(timeZone, asOf, language);
    page.font('bold').fontSize(18).fillColor(INK).text(title);
    page
      .font('regular')
      .fontSize(9)
      .text(print('AS_OF', language, { year: String(year), at: inWords(asOf, timeZone, language), zone }));
    for (const [index, delegation] of delegations.entries()) drawDelegation(page, list, delegation, index + 1);
  });
}

function drawDelegation(page: Page, { language }: PrintedList, delegation: ListedDelegation, place: number): void {
  const { country_code, party_type, status, members } = delegation;
  page.moveDown(1);
  makeRoom(page, HEADING_ROOM);
  const country = countryName(country_code, language);
  page.font('bold').fontSize(12).text(`${place}. ${country}`, MARGIN);
  const words = [print('PARTY', language, { word: party_type }), print('DELEGATION_STATE', language, { word: status })];
  page.font('regular').fontSize(8.5).text(words.join(' · ')).moveDown(0.4);
  if (members.length === 0) page.text(print('NOBODY', language));
  for (const [index, member] of members.entries()) drawMember(page, language, member, index + 1);
}

function drawMember(page: Page, language: string, member: ListedMember, number: number): void {
  const { role, is_alternate, status } = member;
  const offices = [print('ROLE', language, { word: role }), ...(is_alternate ? [print('ALTERNATE', language)] : [])];
  const cells = [
    `${number}.`,
    namesOf(member).join('\n'),
    offices.join(', '),
    print('MEMBER_STATE', language, { word: status }),
  ];
  page.fontSize(9);
  const height = Math.max(...cells.map((cell, column) => page.heightOfString(cell, { width: widthOf(column) })));
  makeRoom(page, height);
  const { y } = page;
  let x = MARGIN;
  for (const [column, cell] of cells.entries()) {
    page.text(cell, x, y, { width: widthOf(column) });
    x += widthOf(column) + GAP;
  }
  page.x = MARGIN;
  page.y = y + height + GAP / 2;
}

/** Begins a new page where this one has no room left. */
function makeRoom(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN) page.addPage();
}

function widthOf(column: number): number {
  return COLUMNS[column] ?? 0;
}

/** The name as the delegation writes it, where the fonts have its letters, and as the passport does; a dash for nobody's. */
function namesOf({ native_name, latin_name }: ListedMember): string[] {
  const native = native_name && wholeName(native_name);
  const latin = latin_name && passportOrder(latin_name);
  const names = [native && isPrintable(native) ? native : null, latin].filter((name) => name !== null);
  return names.length > 0 ? names : ['—'];
}
