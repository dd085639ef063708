import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { RequiredClearance } from '../../clearance/clearance.rules.ts';
import type { Entitlement, Requirements } from '../terms.rules.ts';

/** One version of an opening's terms. The database writes it whenever they change. */
export interface OpeningTermsRow {
  readonly key: string;
  readonly number: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly city: string;
  readonly requirements: Requirements;
  readonly entitlements: readonly Entitlement[];
  readonly clearances: readonly RequiredClearance[];
  readonly changed: string[];
  readonly changed_at: Date | null;
}

const TERMS_BY_OPENING = statement(
  'terms_by_opening',
  `select opening_id as key, number, starts_on, ends_on, city, requirements, entitlements, clearances, changed, changed_at
   from opening_terms where opening_id = any($1::text[]) order by opening_id, number`,
);

export interface OpeningTermsLoaders {
  /** All versions of an opening's terms, the first one first. */
  readonly termsByOpening: DataLoader<string, OpeningTermsRow[]>;
}

export function openingTermsLoaders(read: Reader): OpeningTermsLoaders {
  return { termsByOpening: keyedListLoader<OpeningTermsRow>(read, TERMS_BY_OPENING) };
}
