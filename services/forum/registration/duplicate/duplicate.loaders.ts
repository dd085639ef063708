import type DataLoader from 'dataloader';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import { RELEASED } from '../registration.rules.ts';

/** Two registrations that may be one person's. */
export interface DuplicateRow {
  readonly first_id: string;
  readonly second_id: string;
}

const IS_ACTIVE = (one: string) => `${one}.status not in (${RELEASED.map((status) => `'${status}'`).join(', ')})
  and ${one}.birth_date is not null and ${one}.folded_name is not null`;
const WORDS = (one: string) => `string_to_array(btrim(${one}.folded_name), ' ')`;

/**
 * Born on one day, and sharing two words of their folded names, or the only one. Nothing that somebody has decided about
 * is proposed again.
 */
const PROPOSALS = `(
  select a.edition_id, a.id as first_id, b.id as second_id
  from registration as a
  join registration as b on b.edition_id = a.edition_id and b.birth_date = a.birth_date and b.id > a.id
  where ${IS_ACTIVE('a')} and ${IS_ACTIVE('b')}
    and (select count(*) from (select unnest(${WORDS('a')}) intersect select unnest(${WORDS('b')})) as shared)
      >= least(2, cardinality(${WORDS('a')}), cardinality(${WORDS('b')}))
    and not exists (select from duplicate_decision where (first_id, second_id) = (a.id, b.id))
) as proposal`;

export interface DuplicateLoaders {
  /** An edition's pairs of registrations that may be one person's. */
  readonly duplicatesByEdition: DataLoader<PageOf, Cut<DuplicateRow>, string>;
}

export function duplicateLoaders(read: Reader): DuplicateLoaders {
  return {
    duplicatesByEdition: pagedLoader<DuplicateRow>(read, {
      name: 'duplicates_by_edition',
      columns: 'first_id, second_id',
      table: PROPOSALS,
      owner: 'edition_id',
      order: [
        { column: 'first_id', type: 'text' },
        { column: 'second_id', type: 'text' },
      ],
    }),
  };
}
