import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { KeepReason } from '../../../shared/privacy/kept.rules.ts';
import type { ErasureOutcome } from './erasure.rules.ts';

/** A receipt as JSON brings it. */
export interface ReceiptRow {
  readonly service: string;
  readonly outcome: ErasureOutcome | null;
  readonly reason: KeepReason | null;
  readonly kept_until: string | null;
}

/** An erasure as the graph reads it, with the receipts by service. */
export interface ErasureRow {
  readonly key: string;
  readonly person_id: string;
  readonly requested_at: Date;
  readonly completed_at: Date | null;
  readonly receipts: readonly ReceiptRow[];
}

const ERASURE_BY_ID = statement(
  'erasure_by_id',
  `select id as key, person_id, requested_at, completed_at,
     (select jsonb_agg(jsonb_build_object('service', service, 'outcome', outcome, 'reason', reason,
        'kept_until', kept_until) order by service)
      from erasure_receipt where erasure_id = erasure.id) as receipts
   from erasure where id = any($1::text[])`,
);

export interface ErasureLoaders {
  readonly erasureById: DataLoader<string, ErasureRow | null>;
}

export function erasureLoaders(read: Reader): ErasureLoaders {
  return { erasureById: keyedLoader<ErasureRow>(read, ERASURE_BY_ID) };
}
