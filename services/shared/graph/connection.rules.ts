export const DEFAULT_PAGE_SIZE = 20;
export const MAXIMUM_PAGE_SIZE = 100;

/** A page as a client asks for it. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A cursor's content: the sort key of a row, in the order of the index. */
export type SortKey = readonly (string | number)[];

/** A page as a statement needs it: `size` rows beyond `from`, walking the index forwards or backwards. */
export interface Page {
  readonly direction: 'forward' | 'backward';
  readonly size: number;
  readonly from: SortKey | null;
}

export type PageProblem = 'page-size' | 'both-directions' | 'cursor';

/** Reads page arguments: 1 to 100 rows, 20 when absent, from one side only. `keyLength` is that of the list's sort key. */
export function readPage(asked: PageArguments, keyLength: number): Page | { problem: PageProblem } {
  const backward = asked.last != null || asked.before != null;
  if (backward && (asked.first != null || asked.after != null)) return { problem: 'both-directions' };
  const size = (backward ? asked.last : asked.first) ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAXIMUM_PAGE_SIZE) return { problem: 'page-size' };
  const cursor = backward ? asked.before : asked.after;
  if (cursor == null) return { direction: backward ? 'backward' : 'forward', size, from: null };
  const from = readCursor(cursor);
  if (from?.length !== keyLength) return { problem: 'cursor' };
  return { direction: backward ? 'backward' : 'forward', size, from };
}

export function writeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string): SortKey | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return isSortKey(key) ? key : null;
  } catch {
    return null;
  }
}

function isSortKey(key: unknown): key is SortKey {
  return Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** What a part of a sort key is in the database. */
export type SortType = 'text' | 'integer' | 'timestamptz' | 'date';

const INTEGER_LIMIT = 2 ** 31;
const fitting: Record<SortType, (part: string | number) => boolean> = {
  // The database has no text with a NUL in it.
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  integer: (part) => Number.isInteger(part) && Math.abs(Number(part)) < INTEGER_LIMIT,
  timestamptz: (part) => typeof part === 'string' && isInstant(part),
  date: (part) => typeof part === 'string' && isInstant(`${part}T00:00:00.000Z`),
};

/** Whether a text is an instant as cursors spell it, `2026-10-01T04:00:00.000Z`, in a year the database knows, too. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  return /^[1-9]\d{3}-/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** Whether a cursor's content can be a place in a list of this order. Anyone may make up a cursor. */
export function fitsOrder(key: SortKey, order: readonly SortType[]): boolean {
  return key.length === order.length && order.every((type, index) => fitting[type](key[index] ?? ''));
}

/** A finished page: rows in reading order, and whether there are more on either side. */
export interface Cut<Row> {
  readonly rows: Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Cuts the answer of a statement that was asked for one row more than the page holds, in the page's direction. */
export function cutPage<Row>(found: readonly Row[], page: Page): Cut<Row> {
  const more = found.length > page.size;
  const rows = found.slice(0, page.size);
  const entered = page.from !== null;
  return page.direction === 'forward'
    ? { rows, hasNextPage: more, hasPreviousPage: entered }
    : { rows: rows.reverse(), hasNextPage: entered, hasPreviousPage: more };
}
