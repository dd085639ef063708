import type { ServedFile } from '../../../shared/files/file.ts';
import { fitsOrder, type Page, readPage, type SortType, writeCursor } from '../../../shared/graph/connection.rules.ts';

/** How many lines a file has at most. The next one begins after the cursor of the last line. */
export const LINES = 1_000;
/** So long may somebody go on with what they have fetched. */
const CACHE_SECONDS = 60;

/** The page that `?after=` asks for; null for a cursor that is from another list. */
export function linesAfter(after: string | undefined, order: readonly SortType[]): Page | null {
  const page = readPage({ after }, order.length);
  if ('problem' in page || (page.from && !fitsOrder(page.from, order))) return null;
  return { ...page, size: LINES };
}

/** Writes a page as JSON Lines: an object a line, each with the cursor that the next file begins after. */
export function jsonLines<Row>(
  filename: string,
  rows: readonly Row[],
  keyOf: (row: Row) => [string, string],
  write: (row: Row) => object,
): ServedFile {
  const lines = rows.map((row) => `${JSON.stringify({ ...write(row), cursor: writeCursor(keyOf(row)) })}\n`);
  return { contentType: 'application/jsonl', filename, body: lines.join(''), cacheSeconds: CACHE_SECONDS };
}

const COUNTRY_FILE = /^([A-Z]{2})(\.jsonl)?$/;

/** The country of an export, by the end of its address: `KE`, `KE.jsonl`. Null for anything else. */
export function countryOf(id: string): string | null {
  return COUNTRY_FILE.exec(id)?.[1] ?? null;
}
