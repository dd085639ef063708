import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

/** A waiver that waits for its substitution. */
export interface OpenWaiverRow {
  readonly key: string;
  readonly granted_at: Date;
}

const OPEN_WAIVER_BY_NOMINATION = statement(
  'open_waiver_by_nomination',
  `select nomination_id as key, granted_at from substitution_waiver
   where nomination_id = any($1::text[]) and used_at is null`,
);

export interface WaiverLoaders {
  /** Null for a nomination that none was granted for, and once it is used up. */
  readonly openWaiverByNomination: DataLoader<string, OpenWaiverRow | null>;
}

export function waiverLoaders(read: Reader): WaiverLoaders {
  return { openWaiverByNomination: keyedLoader<OpenWaiverRow>(read, OPEN_WAIVER_BY_NOMINATION) };
}
