import { CsvError, parse } from 'csv-parse/sync';
import { type Decoded, decode } from './decode.rules.ts';
import { type CsvDelimiter, DELIMITERS, delimiterOf } from './delimiter.rules.ts';

/** The most bytes of a file, before it is written in base64: then it still fits into the mebibyte of a request. */
export const FILE_BYTES = 700_000;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

export type TableProblem =
  | Extract<Decoded, { problem: string }>
  | { readonly problem: 'not-base64' | 'file-too-large' | 'no-rows' | 'too-many-rows' }
  | { readonly problem: 'broken-csv'; readonly row: number };

/** A row of a table, numbered as a spreadsheet does: the header is the first, and blank ones count. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table as its file has it, blank rows left out. */
export interface Table {
  readonly headers: readonly string[];
  /** At least one. */
  readonly rows: readonly TableRow[];
}

/**
 * Reads a table from a CSV file in base64, or says what is wrong with the file as such. `limit` is the most rows beside
 * the header.
 */
export function readTable(
  base64: string,
  delimiter: CsvDelimiter | null,
  limit: number,
): Table | { readonly problem: TableProblem } {
  if (!BASE64.test(base64)) return { problem: { problem: 'not-base64' } };
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > FILE_BYTES) return { problem: { problem: 'file-too-large' } };
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problem: decoded };

  // Rows that are read at all, blank ones among them: where there are more, the list is too long anyway.
  const read = 2 * limit + 1;
  const table = parseTable(decoded.text, DELIMITERS[delimiter ?? delimiterOf(decoded.text)], read);
  if ('problem' in table) return { problem: table };
  const [headers = [], ...lines] = table.rows;
  const rows = lines
    .map((cells, index) => ({ cells, number: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length > limit || table.rows.length === read) return { problem: { problem: 'too-many-rows' } };
  return rows.length === 0 ? { problem: { problem: 'no-rows' } } : { headers, rows };
}

function parseTable(text: string, delimiter: string, to: number): { readonly rows: string[][] } | TableProblem {
  try {
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, to });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: 'broken-csv', row: Number(error.lines ?? 1) };
  }
}
