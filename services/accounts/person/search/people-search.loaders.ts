import { type Reader, type Statement, statement } from '../../../shared/database/statement.ts';
import { type Cut, cutPage, fitsOrder, type Page, type SortType } from '../../../shared/graph/connection.rules.ts';
import { pageRefusal } from '../../../shared/graph/page-refusal.ts';
import { PERSON_COLUMNS, type PersonRow } from '../person.loaders.ts';

/** A person as a search finds them. */
export interface FoundPerson extends PersonRow {
  readonly folded_name: string;
}

const ORDER: readonly SortType[] = ['text', 'text'];

/**
 * A page of the people who have a name beginning with each of the words, folded as names are; by name.
 *
 * One statement, whatever the size of the page. Throws the page's refusal for a cursor of another list.
 */
export async function searchPeople(read: Reader, words: readonly string[], page: Page): Promise<Cut<FoundPerson>> {
  if (page.from && !fitsOrder(page.from, ORDER)) throw pageRefusal('cursor');
  const patterns = words.map((word) => `% ${word}%`);
  // The longest names the fewest people: the index answers it, the others are compared among those.
  const [rarest] = patterns.toSorted((a, b) => b.length - a.length);
  if (rarest === undefined) return { rows: [], hasNextPage: false, hasPreviousPage: false };
  const values = [rarest, patterns, page.size + 1, ...(page.from ?? [])];
  return cutPage(await read.rows<FoundPerson>(searchStatement(page), values), page);
}

/** The statement of a search, by the side of the cursor it reads on. */
export function searchStatement({ direction, from }: Page): Statement {
  const [order, beyond] = direction === 'forward' ? ['asc', '>'] : ['desc', '<'];
  return statement(
    `people_${direction}`,
    `select ${PERSON_COLUMNS}, folded_name
     from person
     where folded_name like $1 and folded_name like all($2::text[])
       ${from ? `and (folded_name, id) ${beyond} ($4, $5)` : ''}
     order by folded_name ${order}, id ${order}
     limit $3`,
  );
}
