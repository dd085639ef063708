import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { keyedListLoader, keyedLoader } from '../../../services/shared/database/keyed-loader.ts';
import { statement } from '../../../services/shared/database/statement.ts';
import { useService } from '../../support/database.ts';

const LAKES = `(values ('Balkhash', 'KZ', 26), ('Alakol', 'KZ', 54), ('Issyk-Kul', 'KG', 668)) as lake (name, country, depth)`;
const LAKE = statement('lake', `select name as key, depth from ${LAKES} where name = any($1::text[])`);
const LAKES_OF = statement(
  'lakes_of',
  `select country as key, name from ${LAKES} where country = any($1::text[]) order by name`,
);

describe('rows by key', () => {
  const service = useService(forum);
  const lakes = () => keyedLoader<{ key: string; depth: number }>(service.running.database.read, LAKE);
  const lakesOf = () => keyedListLoader<{ key: string; name: string }>(service.running.database.read, LAKES_OF);

  it('come in the order of the keys, null where there is none', async () => {
    const found = await lakes().loadMany(['Issyk-Kul', 'Aral', 'Balkhash', '']);

    expect(found).toEqual([{ key: 'Issyk-Kul', depth: 668 }, null, { key: 'Balkhash', depth: 26 }, null]);
  });

  it('come as often as they are asked for, at the cost of one statement', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const loader = lakes();

    const found = await Promise.all(['Alakol', 'Balkhash', 'Alakol'].map((name) => loader.load(name)));

    expect(found.map((row) => row?.depth)).toEqual([54, 26, 54]);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  it('are found by keys that look like SQL or arrays', async () => {
    expect(await lakes().loadMany([`'; --`, '{Alakol}', 'a,b', '"', '\\', 'NULL'])).toEqual(Array(6).fill(null));
  });

  it('may depend on more than the key', async () => {
    const deep = statement('deep', `select name as key from ${LAKES} where name = any($1::text[]) and depth > $2::int`);

    const loader = keyedLoader(service.running.database.read, deep, 50);

    expect(await loader.loadMany(['Balkhash', 'Alakol'])).toEqual([null, { key: 'Alakol' }]);
  });

  it('come in lists, in the order of the statement, empty where there is none', async () => {
    const found = await lakesOf().loadMany(['UZ', 'KZ', 'KG', 'KZ']);

    const kazakh = [
      { key: 'KZ', name: 'Alakol' },
      { key: 'KZ', name: 'Balkhash' },
    ];
    expect(found).toEqual([[], kazakh, [{ key: 'KG', name: 'Issyk-Kul' }], kazakh]);
  });

  it('hold instants, days, large numbers and lists as JavaScript means them', async () => {
    const kinds = statement(
      'kinds',
      `select key, timestamptz '2026-10-01T09:00:00.123+05' as instant, date '2026-10-01' as day,
         9007199254740991::bigint as large, array['kk', 'ru'] as list, '{"kk": "форум"}'::jsonb as texts, null as nothing
       from unnest($1::text[]) as key`,
    );

    expect(await keyedLoader(service.running.database.read, kinds).load('a')).toEqual({
      key: 'a',
      instant: new Date('2026-10-01T04:00:00.123Z'),
      day: '2026-10-01',
      large: 9_007_199_254_740_991,
      list: ['kk', 'ru'],
      texts: { kk: 'форум' },
      nothing: null,
    });
  });

  it('are read by statements that are told apart by name and text', () => {
    const names = [statement('a', 'select 1'), statement('a', 'select 2'), statement('b', 'select 1')].map(
      ({ name }) => name,
    );

    expect(new Set(names).size).toBe(3);
    expect(statement('a', 'select 1').name).toBe(names[0]);
  });
});
