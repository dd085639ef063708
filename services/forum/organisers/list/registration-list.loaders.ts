import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListFilter,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import { REGISTRATION_COLUMNS, type RegistrationRow } from '../../registration/registration.loaders.ts';
import type { FilterValues } from './registration-filter.rules.ts';

type FilterName = keyof FilterValues;

const FILTERS: Readonly<Record<FilterName, ListFilter>> = {
  status: (value) => `status = any(${value}::text[])`,
  category: (value) => `category = any(${value}::text[])`,
  country: (value) => `citizenship = any(${value}::text[])`,
  rarestName: (value) => `folded_name like ${value}`,
  names: (value) => `folded_name like all(${value}::text[])`,
  registeredAfter: (value) => `registered_at >= ${value}::timestamptz`,
  registeredBefore: (value) => `registered_at < ${value}::timestamptz`,
};

const REGISTRATION_LIST: PagedList<FilterName> = {
  name: 'registrations_of_edition',
  columns: REGISTRATION_COLUMNS,
  table: 'registration',
  owner: 'edition_id',
  filters: FILTERS,
  order: [
    { column: 'registered_at', type: 'timestamptz' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
};

/** How many registrations of an edition have one status, category or citizenship; `value` is null where it is not known. */
export interface RegistrationTotalRow {
  readonly key: string;
  readonly facet: 'status' | 'category' | 'country';
  readonly value: string | null;
  readonly count: number;
}

/** Rows are counted once, by everything; what is counted so is summed up. */
const TOTALS = statement(
  'registration_totals',
  `with counted as (
     select edition_id, status, category, citizenship, count(*) as count
     from registration where edition_id = any($1::text[]) group by edition_id, status, category, citizenship
   )
   select edition_id as key,
     case when grouping(status) = 0 then 'status' when grouping(category) = 0 then 'category' else 'country' end as facet,
     coalesce(status, category, citizenship) as value, sum(count)::integer as count
   from counted group by edition_id, grouping sets ((status), (category), (citizenship))
   order by sum(count) desc, value`,
);

export interface RegistrationListLoaders {
  /** An edition's registrations, the newest first. */
  readonly registrationsOfEdition: DataLoader<PageOf<FilterName>, Cut<RegistrationRow>, string>;
  readonly registrationCountOfEdition: DataLoader<ListOf<FilterName>, number, string>;
  /** The most frequent value first. */
  readonly registrationTotalsByEdition: DataLoader<string, RegistrationTotalRow[]>;
}

export function registrationListLoaders(read: Reader): RegistrationListLoaders {
  return {
    registrationsOfEdition: pagedLoader<RegistrationRow, FilterName>(read, REGISTRATION_LIST),
    registrationCountOfEdition: countLoader(read, REGISTRATION_LIST),
    registrationTotalsByEdition: keyedListLoader<RegistrationTotalRow>(read, TOTALS),
  };
}

/** What narrows a statement to the registrations of an edition that pass a filter; `?` stands for each value. */
export function registrationsWhere(
  editionId: string,
  filter: FilterValues,
): { readonly where: string; readonly values: readonly unknown[] } {
  const names = Object.keys(FILTERS).filter((name): name is FilterName => name in FILTERS);
  const asked = names.filter((name) => filter[name] !== null);
  return {
    // A list stands for its elements, one by one.
    where: [
      'edition_id = ?',
      ...asked.map((name) => FILTERS[name](Array.isArray(filter[name]) ? 'array[?]' : '?')),
    ].join(' and '),
    values: [editionId, ...asked.map((name) => filter[name])],
  };
}
