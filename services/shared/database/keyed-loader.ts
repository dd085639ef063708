import DataLoader from 'dataloader';
import type { Reader, Statement } from './statement.ts';

/**
 * Loads rows by key, one statement for a batch; in the order of the keys, null where there is no row.
 *
 * The statement takes the keys as `$1::text[]` and returns the key of each row as `key`.
 */
export function keyedLoader<Row extends { key: string }>(
  read: Reader,
  oneStatement: Statement,
  ...values: unknown[]
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (keys) => {
    const rows = await read.rows<Row>(oneStatement, [keys, ...values]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** Like `keyedLoader`, for many rows a key: an empty list where there is none. The statement decides their order. */
export function keyedListLoader<Row extends { key: string }>(
  read: Reader,
  oneStatement: Statement,
): DataLoader<string, Row[]> {
  return new DataLoader<string, Row[]>(async (keys) => {
    const rows = await read.rows<Row>(oneStatement, [keys]);
    const byKey = Map.groupBy(rows, (row) => row.key);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}
