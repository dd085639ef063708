import { CsvError, parse } from 'csv-parse/sync';
import type { GroupRow } from '../member/check-rows.rules.ts';
import { MEMBERS_LIMIT } from '../register/placement.rules.ts';
import {
  type Column,
  type ColumnProblem,
  type CsvDelimiter,
  DELIMITERS,
  delimiterOf,
  hasExtraCells,
  memberOf,
  readColumns,
} from './columns.rules.ts';
import { type Decoded, decode } from './decode.rules.ts';

/** The most bytes of a file, before it is written in base64: then it still fits into the mebibyte of a request. */
export const FILE_BYTES = 700_000;
/** Rows that are read at all, blank ones among them: where there are more, the list is too long anyway. */
const ROWS_READ = 2 * MEMBERS_LIMIT + 1;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

export type FileProblem =
  | Extract<Decoded, { problem: string }>
  | ColumnProblem
  | { readonly problem: 'not-base64' | 'file-too-large' | 'no-rows' | 'too-many-rows' }
  | { readonly problem: 'broken-csv'; readonly row: number };

/** An organisation's list as its file has it. */
export interface GroupFile {
  readonly rows: readonly GroupRow[];
  /** What the file calls its columns. */
  readonly headerOf: ReadonlyMap<Column, string>;
}

/**
 * Reads a list of people from a CSV file in base64, or says everything that is wrong with the file as such. Rows are
 * judged later, by the same rules as any list.
 *
 * Rows are counted as a spreadsheet counts them: the header is the first, and blank ones count.
 */
export function readGroupFile(
  base64: string,
  delimiter: CsvDelimiter | null,
): GroupFile | { readonly problems: readonly FileProblem[] } {
  if (!BASE64.test(base64)) return { problems: [{ problem: 'not-base64' }] };
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > FILE_BYTES) return { problems: [{ problem: 'file-too-large' }] };
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [decoded] };

  const table = parseTable(decoded.text, DELIMITERS[delimiter ?? delimiterOf(decoded.text)]);
  if ('problem' in table) return { problems: [table] };
  const [headers = [], ...lines] = table.rows;
  const read = readColumns(headers);
  if ('problems' in read) return read;
  const { columns } = read;

  const filled = lines
    .map((cells, index) => ({ cells, number: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MEMBERS_LIMIT || table.rows.length === ROWS_READ) {
    return { problems: [{ problem: 'too-many-rows' }] };
  }
  if (filled.length === 0) return { problems: [{ problem: 'no-rows' }] };
  return {
    rows: filled.map(({ cells, number }) => ({
      number,
      member: memberOf(columns, cells),
      hasExtraCells: hasExtraCells(columns, cells),
    })),
    headerOf: new Map(columns.flatMap((column, index) => (column ? [[column, headers[index] ?? ''] as const] : []))),
  };
}

function parseTable(text: string, delimiter: string): { readonly rows: string[][] } | FileProblem {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: ROWS_READ,
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: 'broken-csv', row: Number(error.lines ?? 1) };
  }
}
