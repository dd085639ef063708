import DataLoader from 'dataloader';
import { type Cut, cutPage, fitsOrder, type Page, type SortType } from '../graph/connection.rules.ts';
import { pageRefusal } from '../graph/page-refusal.ts';
import { type Reader, type Statement, statement } from './statement.ts';

/** A list that belongs to an owner and is paged by a key that an index holds. All parts are SQL, written in the house. */
export interface PagedList {
  readonly name: string;
  /** Select list, without the owner's column. */
  readonly columns: string;
  readonly table: string;
  /** Column that names the owner; null for a list that belongs to nobody in particular. */
  readonly owner: string | null;
  readonly where?: string;
  /** Columns of the total order, the last one unique. They must be selected too. */
  readonly order: readonly { readonly column: string; readonly type: SortType }[];
}

/** A page of one owner's list. */
export interface PageOf {
  readonly owner: string;
  readonly page: Page;
}

/**
 * Loads pages of a list for many owners at once: one statement for each different page that is asked for, whatever the
 * number of owners and rows. An owner without rows gets an empty page, a cursor from elsewhere the page's refusal.
 */
export function pagedLoader<Row extends object>(read: Reader, list: PagedList): DataLoader<PageOf, Cut<Row>, string> {
  const order = list.order.map(({ type }) => type);
  const exists = ({ from }: Page) => from === null || fitsOrder(from, order);
  return new DataLoader<PageOf, Cut<Row>, string>(
    async (asked) => {
      const existing = asked.filter(({ page }) => exists(page));
      const byPage = Map.groupBy(existing, ({ page }) => JSON.stringify(page));
      const found = new Map<string, Row[]>();
      await Promise.all(
        [...byPage].map(async ([pageKey, sharing]) => {
          const page = sharing[0]?.page;
          if (!page) return;
          const owners = [...new Set(sharing.map(({ owner }) => owner))];
          const rows = await read.rows<Row & { owner_key: string }>(pageStatement(list, page), [
            owners,
            // One more than the page holds tells whether there is a next one.
            page.size + 1,
            ...(page.from ?? []),
          ]);
          for (const row of rows) {
            const key = `${row.owner_key}/${pageKey}`;
            found.set(key, [...(found.get(key) ?? []), row]);
          }
        }),
      );
      return asked.map(({ owner, page }) =>
        exists(page) ? cutPage(found.get(`${owner}/${JSON.stringify(page)}`) ?? [], page) : pageRefusal('cursor'),
      );
    },
    { cacheKeyFn: ({ owner, page }) => `${owner}/${JSON.stringify(page)}` },
  );
}

function pageStatement(list: PagedList, page: Page): Statement {
  const direction = page.direction === 'forward' ? 'asc' : 'desc';
  const beyond = page.direction === 'forward' ? '>' : '<';
  const columns = list.order.map(({ column }) => column);
  const bounds = list.order.map(({ type }, index) => `$${index + 3}::${type}`);
  const conditions = [
    list.owner && `${list.owner} = owners.owner_key`,
    list.where,
    page.from && `(${columns.join(', ')}) ${beyond} (${bounds.join(', ')})`,
  ].filter(Boolean);
  return statement(
    `${list.name}_${page.direction}`,
    `select owners.owner_key, page.*
     from unnest($1::text[]) as owners (owner_key)
     cross join lateral (
       select ${list.columns} from ${list.table}
       ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
       order by ${columns.map((column) => `${column} ${direction}`).join(', ')}
       limit $2
     ) as page`,
  );
}
