import DataLoader from 'dataloader';
import { type Cut, cutPage, fitsOrder, type Page, type SortType } from '../graph/connection.rules.ts';
import { pageRefusal } from '../graph/page-refusal.ts';
import { type Reader, type Statement, statement } from './statement.ts';

/** SQL of a condition, given the parameter that stands for its value: `(value) => `status = any(${value}::text[])``. */
export type ListFilter = (value: string) => string;

/** A list that belongs to an owner and is paged by a key that an index holds. All parts are SQL, written in the house. */
export interface PagedList<Filter extends string = string> {
  readonly name: string;
  /** Select list, without the owner's column. */
  readonly columns: string;
  readonly table: string;
  /** Column that names the owner; null for a list that belongs to nobody in particular. */
  readonly owner: string | null;
  readonly where?: string;
  /** Conditions that hold only where they are asked for, by name. */
  readonly filters?: Readonly<Record<Filter, ListFilter>>;
  /** Columns of the total order, the last one unique. They must be selected too. */
  readonly order: readonly { readonly column: string; readonly type: SortType }[];
  /** True for the greatest first, in every column of the order. */
  readonly descending?: boolean;
}

/** One owner's list, or those rows of it that pass the filters with a value: null and absent ones are not asked for. */
export interface ListOf<Filter extends string = string> {
  readonly owner: string;
  readonly filter?: Readonly<Partial<Record<Filter, unknown>>>;
}

/** A page of one owner's list. */
export interface PageOf<Filter extends string = string> extends ListOf<Filter> {
  readonly page: Page;
}

/**
 * Loads pages of a list for many owners at once: one statement for each different page and filter that is asked for,
 * whatever the number of owners and rows. An owner without rows gets an empty page, a cursor from elsewhere the page's
 * refusal.
 */
export function pagedLoader<Row extends object, Filter extends string = string>(
  read: Reader,
  list: PagedList<Filter>,
): DataLoader<PageOf<Filter>, Cut<Row>, string> {
  const order = list.order.map(({ type }) => type);
  const exists = ({ page: { from } }: PageOf<Filter>) => from === null || fitsOrder(from, order);
  const keyOf = ({ owner, page, filter }: PageOf<Filter>) => JSON.stringify([owner, page, filter]);
  return new DataLoader<PageOf<Filter>, Cut<Row>, string>(
    async (asked) => {
      const found = new Map<PageOf<Filter>, Row[]>();
      await Promise.all(
        alike(asked.filter(exists), keyOf).map(async ([{ page, filter }, sharing]) => {
          const narrowed = narrow(list, filter, PAGE_VALUES);
          const rows = await read.rows<Row & { owner_key: string }>(pageStatement(list, page, narrowed.conditions), [
            sharing.map(({ owner }) => owner),
            // One more than the page holds tells whether there is a next one.
            page.size + 1,
            ...narrowed.values,
            ...(page.from ?? []),
          ]);
          const byOwner = Map.groupBy(rows, (row) => row.owner_key);
          for (const one of sharing) found.set(one, byOwner.get(one.owner) ?? []);
        }),
      );
      return asked.map((one) => (exists(one) ? cutPage(found.get(one) ?? [], one.page) : pageRefusal('cursor')));
    },
    { cacheKeyFn: keyOf },
  );
}

/** Counts the rows of a list for many owners at once: one statement for each different filter that is asked for. */
export function countLoader<Filter extends string = string>(
  read: Reader,
  list: PagedList<Filter>,
): DataLoader<ListOf<Filter>, number, string> {
  const keyOf = ({ owner, filter }: ListOf<Filter>) => JSON.stringify([owner, filter]);
  return new DataLoader<ListOf<Filter>, number, string>(
    async (asked) => {
      const found = new Map<ListOf<Filter>, number>();
      await Promise.all(
        alike(asked, keyOf).map(async ([{ filter }, sharing]) => {
          const narrowed = narrow(list, filter, COUNT_VALUES);
          const rows = await read.rows<{ owner_key: string; count: number }>(
            countStatement(list, narrowed.conditions),
            [sharing.map(({ owner }) => owner), ...narrowed.values],
          );
          const byOwner = new Map(rows.map((row) => [row.owner_key, row.count]));
          for (const one of sharing) found.set(one, byOwner.get(one.owner) ?? 0);
        }),
      );
      return asked.map((one) => found.get(one) ?? 0);
    },
    { cacheKeyFn: keyOf },
  );
}

/** Those who ask for the same, whoever the owner is; with what they ask for. */
function alike<Asked extends ListOf>(
  asked: readonly Asked[],
  keyOf: (one: Asked) => string,
): (readonly [Asked, Asked[]])[] {
  const groups = Map.groupBy(asked, (one) => keyOf({ ...one, owner: '' }));
  return [...groups.values()].flatMap((sharing) => (sharing[0] ? [[sharing[0], sharing] as const] : []));
}

/** Values before those of the filters: owners, and how many rows of a page. */
const PAGE_VALUES = 2;
const COUNT_VALUES = 1;

/** The conditions that are asked for, in the order of the list's filters, and what they are compared with. */
function narrow<Filter extends string>(
  { filters }: PagedList<Filter>,
  asked: ListOf<Filter>['filter'],
  valuesBefore: number,
): { conditions: string[]; values: unknown[] } {
  const present = Object.entries<ListFilter>(filters ?? {}).flatMap(([name, condition]) => {
    const value = Object.entries(asked ?? {}).find(([key]) => key === name)?.[1];
    return value == null ? [] : [{ condition, value }];
  });
  return {
    conditions: present.map(({ condition }, index) => condition(`$${valuesBefore + index + 1}`)),
    values: present.map(({ value }) => value),
  };
}

function pageStatement(list: PagedList, page: Page, narrowing: readonly string[]): Statement {
  const ascending = (page.direction === 'forward') === !list.descending;
  const direction = ascending ? 'asc' : 'desc';
  const columns = list.order.map(({ column }) => column);
  const bounds = list.order.map(({ type }, index) => `$${PAGE_VALUES + narrowing.length + index + 1}::${type}`);
  const beyond = page.from && `(${columns.join(', ')}) ${ascending ? '>' : '<'} (${bounds.join(', ')})`;
  return statement(
    `${list.name}_${page.direction}`,
    `select owners.owner_key, page.*
     from unnest($1::text[]) as owners (owner_key)
     cross join lateral (
       select ${list.columns} from ${list.table}
       ${whereOf(list, [...narrowing, ...(beyond ? [beyond] : [])])}
       order by ${columns.map((column) => `${column} ${direction}`).join(', ')}
       limit $2
     ) as page`,
  );
}

function countStatement(list: PagedList, narrowing: readonly string[]): Statement {
  return statement(
    `${list.name}_count`,
    `select owners.owner_key, counted.count
     from unnest($1::text[]) as owners (owner_key)
     cross join lateral (select count(*) from ${list.table} ${whereOf(list, narrowing)}) as counted`,
  );
}

function whereOf({ owner, where }: PagedList, more: readonly string[]): string {
  const conditions = [owner && `${owner} = owners.owner_key`, where, ...more].filter(Boolean);
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}
