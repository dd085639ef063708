/** What separates the cells of a line. */
export enum CsvDelimiter {
  COMMA = 'COMMA',
  SEMICOLON = 'SEMICOLON',
  TAB = 'TAB',
}

export const DELIMITERS: Readonly<Record<CsvDelimiter, string>> = {
  [CsvDelimiter.COMMA]: ',',
  [CsvDelimiter.SEMICOLON]: ';',
  [CsvDelimiter.TAB]: '\t',
};

/** What separates the cells of the first line: what stands in it most often outside of quotes. */
export function delimiterOf(text: string): CsvDelimiter {
  const [line = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/, 1);
  const count = (delimiter: CsvDelimiter) => line.split(DELIMITERS[delimiter]).length;
  const [first = CsvDelimiter.COMMA] = Object.values(CsvDelimiter).toSorted((a, b) => count(b) - count(a));
  return first;
}
