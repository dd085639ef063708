import type DataLoader from 'dataloader';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import { BY_DEADLINE, OPENING_COLUMNS, OPENING_IS_PUBLIC, type OpeningRow } from '../opening.loaders.ts';

export type OpeningFilterName =
  | 'countries'
  | 'sectors'
  | 'statuses'
  | 'languages'
  | 'startsFrom'
  | 'startsUntil'
  | 'search';

const OPENINGS: PagedList<OpeningFilterName> = {
  name: 'openings',
  columns: OPENING_COLUMNS,
  table: 'opening',
  owner: null,
  where: OPENING_IS_PUBLIC,
  filters: {
    countries: (value) => `country_code = any(${value}::text[])`,
    sectors: (value) => `sector = any(${value}::text[])`,
    statuses: (value) => `status = any(${value}::text[])`,
    languages: (value) => `asked_languages <@ ${value}::text[]`,
    startsFrom: (value) => `starts_on >= ${value}::date`,
    startsUntil: (value) => `starts_on <= ${value}::date`,
    // Found first, by the indexes of words and letters: walking the list in its order would read every text.
    search: (value) => `id = any(array(
      select found.id from opening as found where ${OPENING_IS_PUBLIC} and (
        found.search_words @@ opening_query(${value}::text[])
        or (found.search_text like part_of((${value}::text[])[1]) and contains_all(found.search_text, ${value}::text[]))
        or (resembles(found.search_text, rough((${value}::text[])[1])) and resembles_all(found.search_text, ${value}::text[])))))`,
  },
  order: BY_DEADLINE,
};

/** Both hold public openings only; the owner is the empty string. */
export interface OpeningSearchLoaders {
  /** By application deadline, the earliest first. */
  readonly openings: DataLoader<PageOf<OpeningFilterName>, Cut<OpeningRow>, string>;
  readonly openingCount: DataLoader<ListOf<OpeningFilterName>, number, string>;
}

export function openingSearchLoaders(read: Reader): OpeningSearchLoaders {
  return {
    openings: pagedLoader<OpeningRow, OpeningFilterName>(read, OPENINGS),
    openingCount: countLoader(read, OPENINGS),
  };
}
