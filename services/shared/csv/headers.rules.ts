/** Something wrong with a column. */
export interface ColumnProblem {
  readonly problem: 'missing-column' | 'unknown-column' | 'repeated-column';
  /** As the file calls it; for a missing one, as the portal does. */
  readonly header: string;
}

/** Columns by what files may call them; of each column, its names with a comma and a space between them. */
export function columnsByName<Column extends string>(
  names: Readonly<Record<Column, string>>,
): ReadonlyMap<string, Column> {
  const isColumn = (name: string): name is Column => Object.hasOwn(names, name);
  return new Map(
    Object.keys(names)
      .filter(isColumn)
      .flatMap((column) => names[column].split(', ').map((name) => [plain(name), column] as const)),
  );
}

/**
 * The columns of a list by its first row, null for one without a name, and what is wrong with them. Case, punctuation and
 * spaces make no difference.
 */
export function readHeaders<Column extends string>(
  headers: readonly string[],
  columnByName: ReadonlyMap<string, Column>,
): { readonly columns: readonly (Column | null)[]; readonly problems: readonly ColumnProblem[] } {
  const columns = headers.map((header) => columnByName.get(plain(header)) ?? null);
  const problems = headers.flatMap((header, index): ColumnProblem[] => {
    const column = columns[index] ?? null;
    if (column === null) return header.trim() === '' ? [] : [{ problem: 'unknown-column', header }];
    return columns.indexOf(column) < index ? [{ problem: 'repeated-column', header }] : [];
  });
  return { columns, problems };
}

/** Whether a row has cells beyond its columns, as one in which a text with the delimiter in it lacks its quotes. */
export function hasExtraCells(columns: readonly (string | null)[], cells: readonly string[]): boolean {
  return cells.some((cell, index) => cell.trim() !== '' && (columns[index] ?? null) === null);
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
