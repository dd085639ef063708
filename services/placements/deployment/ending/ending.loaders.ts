import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Entitlement } from '../../opening/terms.rules.ts';
import type { CompletionItem } from './completion.rules.ts';

export interface AgreedRow {
  readonly key: string;
  readonly entitlements: readonly Entitlement[];
}

export interface DoneItemRow {
  readonly key: string;
  readonly item: CompletionItem;
  readonly done_at: Date;
}

const AGREED = statement(
  'entitlements_by_opening',
  'select id as key, entitlements from opening where id = any($1::text[])',
);

const DONE = statement(
  'done_items_by_deployment',
  'select deployment_id as key, item, done_at from completion_item where deployment_id = any($1::text[])',
);

export interface EndingLoaders {
  /** What volunteers in an opening are given. */
  readonly entitlementsByOpening: DataLoader<string, AgreedRow | null>;
  /** What is done of an end checklist, in no order. */
  readonly doneItemsByDeployment: DataLoader<string, DoneItemRow[]>;
}

export function endingLoaders(read: Reader): EndingLoaders {
  return {
    entitlementsByOpening: keyedLoader<AgreedRow>(read, AGREED),
    doneItemsByDeployment: keyedListLoader<DoneItemRow>(read, DONE),
  };
}
