const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a spreadsheet take a text for a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets of every language open as it is meant: in UTF-8 with a mark that says so,
 * and no text of somebody's is run as a formula, since an apostrophe stands before it.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const lines = [columns, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

function cellOf(text: string | null): string {
  if (text === null) return '';
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
