import type { EntityManager } from '@mikro-orm/postgresql';
import { documentNumber, type NumberedKind } from './document-number.rules.ts';

export interface NumberSeries {
  readonly editionId: string;
  readonly year: number;
  readonly kind: NumberedKind;
}

/** Makes whoever takes numbers of this series wait for the end of this transaction. */
export async function lockNumbers(tx: EntityManager, { editionId, kind }: NumberSeries): Promise<void> {
  await tx.execute(
    `insert into document_series (edition_id, kind) values (?, ?)
     on conflict (edition_id, kind) do update set last = document_series.last`,
    [editionId, kind],
  );
}

/**
 * Takes the next numbers of a series, in order.
 *
 * Holds the series until commit, and gives the numbers back with the transaction: there are no gaps.
 */
export async function takeNumbers(tx: EntityManager, series: NumberSeries, count: number): Promise<string[]> {
  const { editionId, year, kind } = series;
  const [row] = await tx.execute<{ last: number }[]>(
    `insert into document_series (edition_id, kind, last) values (?, ?, ?)
     on conflict (edition_id, kind) do update set last = document_series.last + excluded.last returning last`,
    [editionId, kind, count],
  );
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_none, index) => documentNumber(kind, year, last - count + index + 1));
}
