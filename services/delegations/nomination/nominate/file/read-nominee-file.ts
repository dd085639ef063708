import type { CsvDelimiter } from '../../../../shared/csv/delimiter.rules.ts';
import { type ColumnProblem, hasExtraCells } from '../../../../shared/csv/headers.rules.ts';
import { readTable, type TableProblem } from '../../../../shared/csv/read-table.ts';
import { NOMINEES_LIMIT, type NomineeRow } from '../judge.rules.ts';
import { type Column, nomineeOf, readColumns } from './columns.rules.ts';

export type FileProblem = TableProblem | ColumnProblem;

/** A delegation's list as its file has it. */
export interface NomineeFile {
  readonly rows: readonly NomineeRow[];
  /** What the file calls its columns. */
  readonly headerOf: ReadonlyMap<Column, string>;
}

/**
 * Reads a list of nominees from a CSV file in base64, or says everything that is wrong with the file as such. Rows are
 * judged later, by the same rules as any list.
 */
export function readNomineeFile(
  base64: string,
  delimiter: CsvDelimiter | null,
): NomineeFile | { readonly problems: readonly FileProblem[] } {
  const table = readTable(base64, delimiter, NOMINEES_LIMIT);
  if ('problem' in table) return { problems: [table.problem] };
  const { headers, rows } = table;
  const read = readColumns(headers);
  if ('problems' in read) return read;
  const { columns } = read;
  return {
    rows: rows.map(({ cells, number }) => {
      const { nominee, violations } = nomineeOf(columns, cells);
      const extra = hasExtraCells(columns, cells) ? [{ path: [], problem: 'too-many-cells' as const }] : [];
      return { number, nominee, violations: [...violations, ...extra] };
    }),
    headerOf: new Map(columns.flatMap((column, index) => (column ? [[column, headers[index] ?? ''] as const] : []))),
  };
}
