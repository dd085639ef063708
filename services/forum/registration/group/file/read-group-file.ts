import type { CsvDelimiter } from '../../../../shared/csv/delimiter.rules.ts';
import { type ColumnProblem, hasExtraCells } from '../../../../shared/csv/headers.rules.ts';
import { readTable, type TableProblem } from '../../../../shared/csv/read-table.ts';
import type { GroupRow } from '../member/check-rows.rules.ts';
import { MEMBERS_LIMIT } from '../register/placement.rules.ts';
import { type Column, memberOf, readColumns } from './columns.rules.ts';

export type FileProblem = TableProblem | ColumnProblem;

/** An organisation's list as its file has it. */
export interface GroupFile {
  readonly rows: readonly GroupRow[];
  /** What the file calls its columns. */
  readonly headerOf: ReadonlyMap<Column, string>;
}

/**
 * Reads a list of people from a CSV file in base64, or says everything that is wrong with the file as such. Rows are
 * judged later, by the same rules as any list.
 */
export function readGroupFile(
  base64: string,
  delimiter: CsvDelimiter | null,
): GroupFile | { readonly problems: readonly FileProblem[] } {
  const table = readTable(base64, delimiter, MEMBERS_LIMIT);
  if ('problem' in table) return { problems: [table.problem] };
  const { headers, rows } = table;
  const read = readColumns(headers);
  if ('problems' in read) return read;
  const { columns } = read;
  return {
    rows: rows.map(({ cells, number }) => ({
      number,
      member: memberOf(columns, cells),
      hasExtraCells: hasExtraCells(columns, cells),
    })),
    headerOf: new Map(columns.flatMap((column, index) => (column ? [[column, headers[index] ?? ''] as const] : []))),
  };
}
