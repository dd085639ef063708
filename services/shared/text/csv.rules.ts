/** What a file of CSV begins with, so that spreadsheets of every language take it for UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets of every language open as it is meant: in UTF-8 with a mark that says so,
 * and no text of somebody's is run as a formula, since an apostrophe stands before it.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  return `${BYTE_ORDER_MARK}${[columns, ...rows].map(csvLine).join('')}`;
}

/** One line of it, with its end. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string | null): string {
  if (text === null) return '';
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
