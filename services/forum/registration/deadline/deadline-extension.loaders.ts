import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

const EXTENSION = statement(
  'deadline_extension',
  `select wanted.key, until from unnest($1::text[]) as wanted (key)
   join deadline_extension on edition_id = split_part(wanted.key, '/', 1) and person_id = split_part(wanted.key, '/', 2)`,
);

export interface DeadlineExtensionLoaders {
  /** A person's own deadline for an edition, by `activeKey`; null without one. */
  readonly deadlineExtension: DataLoader<string, { readonly key: string; readonly until: Date } | null>;
}

export function deadlineExtensionLoaders(read: Reader): DeadlineExtensionLoaders {
  return { deadlineExtension: keyedLoader(read, EXTENSION) };
}
