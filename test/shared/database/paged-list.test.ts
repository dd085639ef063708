import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { type SessionRow, sessionLoaders } from '../../../services/forum/session/session.loaders.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { countLoader, type PagedList, pagedLoader } from '../../../services/shared/database/paged-list.ts';
import type { Cut, Page, SortKey } from '../../../services/shared/graph/connection.rules.ts';
import { useService } from '../../support/database.ts';
import { asOwner } from './owner.ts';

const COUNT = 57;
const FIRST: Page = { direction: 'forward', size: 5, from: null };

/** The numbers from 1 to 20 of two owners, the greatest first; three of them share each `third`. */
const NUMBERS: PagedList<'odd' | 'among'> = {
  name: 'numbers',
  columns: 'third, n',
  table: `(select owner, n, n / 3 as third from unnest(array['a', 'b']) as owner, generate_series(1, 20) as n) as list`,
  owner: 'owner',
  filters: {
    odd: (value) => `n % 2 = ${value}::integer`,
    among: (value) => `n = any(${value}::integer[])`,
  },
  order: [
    { column: 'third', type: 'integer' },
    { column: 'n', type: 'integer' },
  ],
  descending: true,
};
interface NumberRow {
  readonly third: number;
  readonly n: number;
}

describe('a list in pages', () => {
  const service = useService(forum);
  beforeAll(() =>
    asOwner(service.running, (owner) =>
      owner.query(`
        insert into edition (id, year, title, host_country, city, time_zone, status)
        select id, year, '{}', 'KZ', '{}', 'Asia/Almaty', 'ANNOUNCED'
        from (values ('many', 2101), ('few', 2102), ('none', 2103), ('crowd', 2104), ('growing', 2105)) as new (id, year)`),
    ),
  );
  beforeAll(async () => {
    // Seven begin at each moment, so that the page often ends between equals.
    await givenSessions('many', COUNT, 7);
    await givenSessions('few', 2, 1);
  });

  it.each(Array.from({ length: 12 }, (_, index) => index + 1).concat(COUNT - 1, COUNT, COUNT + 1, 100))(
    'is whole and in order, read forwards %i at a time',
    async (size) => {
      const pages = await readAll('many', 'forward', size);

      expect(pages.flat()).toEqual(await wholeList('many'));
      expect(pages.slice(0, -1).map((page) => page.length)).toEqual(Array(pages.length - 1).fill(size));
    },
  );

  it.each(Array.from({ length: 12 }, (_, index) => index + 1).concat(COUNT - 1, COUNT, COUNT + 1, 100))(
    'is whole and in order, read backwards %i at a time',
    async (size) => {
      const pages = await readAll('many', 'backward', size);

      expect(pages.reverse().flat()).toEqual(await wholeList('many'));
    },
  );

  it('shows the page before a row as it shows the page up to it', async () => {
    const whole = await wholeList('many');
    const rows = (await load('many', { direction: 'forward', size: 100, from: null })).rows;

    const pages = await Promise.all(
      rows.map((row) => load('many', { direction: 'backward', size: 5, from: sessionKey(row) })),
    );

    expect(pages.map(ids)).toEqual(rows.map((_, index) => whole.slice(Math.max(0, index - 5), index)));
  });

  it('has neither gap nor repetition where rows are added before and behind while it is read', async () => {
    await givenSessions('growing', 20, 2);
    const before = await wholeList('growing');
    const seen: string[] = [];

    let page = await load('growing', { ...FIRST, size: 3 });
    for (let turn = 0; turn < 10; turn++) {
      seen.push(...ids(page));
      await asOwner(service.running, (owner) =>
        owner.query(
          `insert into session select 'growing_' || $1 || '_' || at, edition_id, title, at, at + interval '1 hour', room,
             floor_languages, interpretation_languages
           from session, unnest(array['2026-09-01', '2027-01-01']::timestamptz[]) as at where id = 'growing_00000'`,
          [turn],
        ),
      );
      if (!page.hasNextPage) break;
      page = await load('growing', { ...FIRST, size: 3, from: lastKey(page) });
    }

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  it('goes on after a row that was removed meanwhile', async () => {
    await givenSessions('few', 6, 1);
    const first = await load('few', { ...FIRST, size: 2 });
    await asOwner(service.running, (owner) => owner.query(`delete from session where id = 'few_00001'`));

    const second = await load('few', { ...FIRST, size: 2, from: lastKey(first) });

    expect(ids(second)).toEqual(['few_00002', 'few_00003']);
    expect(second.hasPreviousPage).toBe(true);
  });

  it('is empty for an owner of nothing, and for one that there is not', async () => {
    const loader = sessionLoaders(service.running.database.read).sessionsByEdition;

    const pages = await loader.loadMany([
      { owner: 'none', page: FIRST },
      { owner: 'nowhere', page: FIRST },
    ]);

    const empty = { rows: [], hasNextPage: false, hasPreviousPage: false };
    expect(pages).toEqual([empty, empty]);
  });

  it('gives each owner its own rows when owners differ in little', async () => {
    const loader = pagedLoader<{ id: string }>(service.running.database.read, {
      name: 'owners_alike',
      columns: 'id',
      table: `(values ('a', '1'), ('a/', '2'), ('', '3')) as list (owner, id)`,
      owner: 'owner',
      order: [{ column: 'id', type: 'text' }],
    });

    const pages = await Promise.all(['a', 'a/', '', '/'].map((owner) => loader.load({ owner, page: FIRST })));

    expect(pages.map(({ rows }) => rows.map(({ id }) => id))).toEqual([['1'], ['2'], ['3'], []]);
  });

  it('keeps to its condition, and may belong to nobody in particular', async () => {
    const loader = pagedLoader<{ n: number }>(service.running.database.read, {
      name: 'even_numbers',
      columns: 'n',
      table: 'generate_series(1, 9) as n',
      owner: null,
      where: 'n % 2 = 0',
      order: [{ column: 'n', type: 'integer' }],
    });

    const page = await loader.load({ owner: '', page: { direction: 'forward', size: 2, from: [2] } });

    expect({ ...page, rows: page.rows.map(({ n }) => n) }).toEqual({
      rows: [4, 6],
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  describe('with the greatest first', () => {
    const whole = Array.from({ length: 20 }, (_, index) => 20 - index);

    it.each([1, 2, 3, 7, 20, 21])('is whole and in order, read either way %i at a time', async (size) => {
      const forwards = await readNumbers('forward', size);
      const backwards = await readNumbers('backward', size);

      expect(forwards.flat()).toEqual(whole);
      expect(backwards.toReversed().flat()).toEqual(whole);
    });

    async function readNumbers(direction: Page['direction'], size: number): Promise<number[][]> {
      const loader = pagedLoader<NumberRow, 'odd' | 'among'>(service.running.database.read, NUMBERS);
      const pages: number[][] = [];
      for (let from: SortKey | null = null; ; ) {
        const page: Cut<NumberRow> = await loader.load({ owner: 'a', page: { direction, size, from } });
        pages.push(page.rows.map(({ n }) => n));
        const edge = direction === 'forward' ? page.rows.at(-1) : page.rows[0];
        if (!edge || !(direction === 'forward' ? page.hasNextPage : page.hasPreviousPage)) return pages;
        from = [edge.third, edge.n];
      }
    }
  });

  describe('with filters', () => {
    it.each<[string, object | undefined, number[], number]>([
      ['none', undefined, [20, 19, 18, 17, 16], 20],
      ['one', { odd: 1 }, [19, 17, 15, 13, 11], 10],
      ['one that means zero', { odd: 0 }, [20, 18, 16, 14, 12], 10],
      ['two', { odd: 1, among: [3, 4, 5] }, [5, 3], 2],
      ['two in another order', { among: [3, 4, 5], odd: 1 }, [5, 3], 2],
      ['one that is null, and one that is absent', { odd: null, among: undefined }, [20, 19, 18, 17, 16], 20],
      ['one that nothing passes', { among: [] }, [], 0],
    ])('keeps to those that are asked for: %s', async (_case, filter, numbers, count) => {
      const { read } = service.running.database;
      const [pages, counts] = [pagedLoader<NumberRow, 'odd' | 'among'>(read, NUMBERS), countLoader(read, NUMBERS)];

      const page = await pages.load({ owner: 'a', page: FIRST, filter });

      expect(page.rows.map(({ n }) => n)).toEqual(numbers);
      expect(await counts.load({ owner: 'a', filter })).toBe(count);
    });

    it('goes on after a cursor', async () => {
      const loader = pagedLoader<NumberRow, 'odd' | 'among'>(service.running.database.read, NUMBERS);

      const page = await loader.load({ owner: 'a', page: { ...FIRST, from: [3, 11] }, filter: { odd: 1 } });

      expect(page.rows.map(({ n }) => n)).toEqual([9, 7, 5, 3, 1]);
      expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    });

    it('counts for many owners, and nothing for one that there is not', async () => {
      const counts = countLoader(service.running.database.read, NUMBERS);

      expect(
        await counts.loadMany([
          { owner: 'a' },
          { owner: 'b', filter: { odd: 1 } },
          { owner: 'nobody' },
          { owner: 'b', filter: { odd: 0, among: [2, 3] } },
        ]),
      ).toEqual([20, 10, 0, 1]);
    });
  });

  it.each<[string, SortKey]>([
    ['another list', ['KZ', 'delegation_1']],
    ['a list with years', [2026, 'forum_edition_1']],
    ['no list at all', ['2026-10-01T04:00:00.000Z', 'session\0']],
  ])('refuses a place of %s, and answers what was asked beside it', async (_case, from) => {
    const loader = sessionLoaders(service.running.database.read).sessionsByEdition;

    const [refused, answered] = await Promise.allSettled([
      loader.load({ owner: 'many', page: { ...FIRST, from } }),
      loader.load({ owner: 'many', page: FIRST }),
    ]);

    expect(refused).toMatchObject({ reason: { extensions: { code: 'BAD_USER_INPUT', problem: 'cursor' } } });
    expect(answered).toMatchObject({ value: { hasNextPage: true } });
  });

  describe('costs', () => {
    let query: MockInstance;
    beforeEach(() => {
      query = vi.spyOn(pg.Client.prototype, 'query');
    });
    afterEach(() => query.mockRestore());

    it.each([[1], [3], [100]])('one statement for the same page of %i owners', async (count) => {
      const loader = sessionLoaders(service.running.database.read).sessionsByEdition;
      const owners = Array.from({ length: count }, (_, index) => `owner ${index}`);

      await loader.loadMany(owners.map((owner) => ({ owner, page: { ...FIRST } })));

      expect(query).toHaveBeenCalledTimes(1);
    });

    it('one statement for each different page', async () => {
      const loader = sessionLoaders(service.running.database.read).sessionsByEdition;

      await loader.loadMany([
        { owner: 'many', page: FIRST },
        { owner: 'few', page: FIRST },
        { owner: 'many', page: { ...FIRST, size: 6 } },
        { owner: 'few', page: { ...FIRST, size: 6 } },
      ]);

      expect(query).toHaveBeenCalledTimes(2);
    });

    it('one prepared statement for a filter, whatever its values', async () => {
      const { read } = service.running.database;
      const [pages, counts] = [pagedLoader<NumberRow, 'odd' | 'among'>(read, NUMBERS), countLoader(read, NUMBERS)];
      const asked = [{ odd: 1 }, { odd: 0 }, { odd: 1, among: null }].map((filter) => ({
        owner: 'a',
        page: FIRST,
        filter,
      }));

      await Promise.all([...asked.map((one) => pages.load(one)), ...asked.map((one) => counts.load(one))]);

      const names = query.mock.calls.map(([statement]) => statement.name.replace(/_[0-9a-f]{8}$/, ''));
      expect(names.toSorted()).toEqual([...Array(3).fill('numbers_count'), ...Array(3).fill('numbers_forward')]);
      expect(new Set(query.mock.calls.map(([statement]) => statement.name)).size).toBe(2);
    });

    it('one statement to count for all who ask with the same filter', async () => {
      const counts = countLoader(service.running.database.read, NUMBERS);

      await Promise.all(['a', 'b', 'a', 'c'].map((owner) => counts.load({ owner, filter: { odd: 1 } })));

      expect(query).toHaveBeenCalledTimes(1);
    });

    it('nothing more for a page that was loaded before', async () => {
      const loader = sessionLoaders(service.running.database.read).sessionsByEdition;
      const page = await loader.load({ owner: 'many', page: { ...FIRST } });

      expect(await loader.load({ owner: 'many', page: { ...FIRST } })).toBe(page);
      expect(query).toHaveBeenCalledTimes(1);
    });

    it('nothing for a page that cannot be', async () => {
      const loader = sessionLoaders(service.running.database.read).sessionsByEdition;

      await loader.loadMany([{ owner: 'many', page: { ...FIRST, from: ['a', 'b'] } }]);

      expect(query).not.toHaveBeenCalled();
    });
  });

  describe('far from its ends', () => {
    const MIDDLE: SortKey = ['2026-10-03T12:00:00.000Z', 'crowd_05000'];
    beforeAll(async () => {
      await givenSessions('crowd', 10_000, 2);
      await asOwner(service.running, (owner) => owner.query('analyze session'));
    });

    it.each(['forward', 'backward'] as const)('walks its index, %s, and reads no row in vain', async (direction) => {
      const plan = await explain({ owner: 'crowd', page: { direction, size: 20, from: MIDDLE } });

      const scans = plan.filter((node) => node['Relation Name'] === 'session');
      expect(scans.map((node) => node['Index Name'])).toEqual(['session_programme']);
      expect(scans.map((node) => node['Actual Rows'])).toEqual([21]);
      expect(scans.map((node) => node['Rows Removed by Filter'] ?? 0)).toEqual([0]);
      expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
    });

    it('does so with a plan that is made once for all values', async () => {
      const plan = await explainGeneric({ owner: 'crowd', page: { direction: 'forward', size: 20, from: MIDDLE } });

      const scans = plan.filter((node) => node['Relation Name'] === 'session');
      expect(scans.map((node) => node['Index Name'])).toEqual(['session_programme']);
      expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
    });
  });

  /** Sessions of an edition from 2026-10-01 on, one an hour, each moment shared by some. */
  async function givenSessions(editionId: string, count: number, atOnce: number): Promise<void> {
    await asOwner(service.running, (owner) =>
      owner.query(
        `insert into session
         select $1 || '_' || lpad(n::text, 5, '0'), $1, '{}', at, at + interval '1 hour', 'A', '{ru}', '{}'
         from generate_series(0, $2 - 1) as n, lateral (select timestamptz '2026-10-01' + n / $3 * interval '1 minute' as at)
         where not exists (select from session as known where known.id = $1 || '_' || lpad(n::text, 5, '0'))`,
        [editionId, count, atOnce],
      ),
    );
  }

  async function wholeList(editionId: string): Promise<string[]> {
    const rows = await service.running.database.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from session where edition_id = ? order by starts_at, id', [editionId]);
    return rows.map(({ id }) => id);
  }

  function load(owner: string, page: Page): Promise<Cut<SessionRow>> {
    return sessionLoaders(service.running.database.read).sessionsByEdition.load({ owner, page });
  }

  async function readAll(owner: string, direction: Page['direction'], size: number): Promise<string[][]> {
    const pages: string[][] = [];
    for (let from: SortKey | null = null; ; ) {
      const page: Cut<SessionRow> = await load(owner, { direction, size, from });
      pages.push(ids(page));
      const hasMore = direction === 'forward' ? page.hasNextPage : page.hasPreviousPage;
      if (!hasMore) return pages;
      from = direction === 'forward' ? lastKey(page) : firstKey(page);
    }
  }

  async function statementOf(asked: { owner: string; page: Page }): Promise<{ text: string; values: unknown[] }> {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await sessionLoaders(service.running.database.read).sessionsByEdition.load(asked);
    const [statement] = query.mock.calls[0] ?? [];
    query.mockRestore();
    return statement as unknown as { text: string; values: unknown[] };
  }

  async function explain(asked: { owner: string; page: Page }): Promise<PlanNode[]> {
    const { text, values } = await statementOf(asked);
    return asOwner(service.running, async (owner) => {
      const { rows } = await owner.query({ text: `explain (analyze, format json) ${text}`, values });
      return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
    });
  }

  async function explainGeneric(asked: { owner: string; page: Page }): Promise<PlanNode[]> {
    const { text } = await statementOf(asked);
    return asOwner(service.running, async (owner) => {
      const { rows } = await owner.query(`explain (generic_plan, format json) ${text}`);
      return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
    });
  }
});

type PlanNode = Readonly<Record<string, unknown>>;

function nodesOf(plan: PlanNode & { readonly Plans?: (PlanNode & object)[] }): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function ids({ rows }: Cut<SessionRow>): string[] {
  return rows.map(({ id }) => id);
}

function sessionKey(row: SessionRow): SortKey {
  return [row.starts_at.toISOString(), row.id];
}

function firstKey({ rows }: Cut<SessionRow>): SortKey | null {
  return rows[0] ? sessionKey(rows[0]) : null;
}

function lastKey({ rows }: Cut<SessionRow>): SortKey | null {
  const last = rows.at(-1);
  return last ? sessionKey(last) : null;
}
