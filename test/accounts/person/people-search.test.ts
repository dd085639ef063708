import { beforeAll, describe, expect, it } from 'vitest';
import { searchStatement } from '../../../services/accounts/person/search/people-search.loaders.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { foldWords } from '../../../services/shared/names/fold.rules.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { askAccounts, givenPerson, viewerOf } from './people.ts';

const CROWD = 20_000;
const PEOPLE = `query ($search: String!, $first: Int, $after: String, $last: Int, $before: String) {
  people(search: $search, first: $first, after: $after, last: $last, before: $before) {
    nodes { id displayName } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describe('looking for people', () => {
  const service = useService(accounts);
  const officer = viewerOf('officer', 'PLACEMENT_OFFICER');
  let abdirov: string;
  beforeAll(async () => {
    await asOwner(service.running, async (owner) => {
      // Words of letters that no name below begins with.
      await owner.query(
        `insert into person (id, display_name, folded_name, created_at)
         select 'crowd_' || n, 'Crowd', ' ' || translate(md5(n::text), '0123456789', 'mnoprstuvz') || ' crowd', now()
         from generate_series(1, ${CROWD}) as n`,
      );
      await owner.query('vacuum analyze person');
    });
    abdirov = await givenPerson(service.running, {
      display: 'Данияр',
      native: { family: 'Әбдіров', given: 'Данияр', patronymic: 'Серікұлы' },
    });
    for (const n of [3, 1, 5, 2, 4]) {
      await givenPerson(service.running, { display: `Ким ${n}`, native: { family: 'Ким', given: 'жжж'.slice(0, n) } });
    }
  });

  it.each(['Әбдіров', 'Абдиров', 'Abdirov', 'ABDIROV', 'abdir', 'Данияр Әбдіров', 'abdirov, daniyar', 'Danijar Serik'])(
    'finds the same person by %s',
    async (search) => expect(await find(search)).toEqual([abdirov]),
  );

  it.each([
    ['what no name begins with', 'bdirov'],
    ['a name together with one of somebody else', 'Abdirov Kim'],
    ['a single letter', 'Ә'],
    ['nothing', ''],
    ['signs', '% _ \\ ) \' "'],
  ])('finds nobody by %s', async (_what, search) => expect(await find(search)).toEqual([]));

  it('takes no text of more than 100 characters', async () => {
    const { codes } = await askAccounts(service.running, officer, PEOPLE, { search: 'а'.repeat(101) });

    expect(codes).toEqual([['people', 'BAD_USER_INPUT']]);
  });

  it('pages by name and then by ID, forwards and backwards, without gap or repetition', async () => {
    const whole = await find('Ким');

    const forwards = [await page({ first: 2 })];
    while (forwards.at(-1).pageInfo.hasNextPage) {
      forwards.push(await page({ first: 2, after: forwards.at(-1).pageInfo.endCursor }));
    }
    const backwards = [await page({ last: 2 })];
    while (backwards.at(-1).pageInfo.hasPreviousPage) {
      backwards.push(await page({ last: 2, before: backwards.at(-1).pageInfo.startCursor }));
    }

    const sizes = (pages: { nodes: unknown[] }[]) => pages.map(({ nodes }) => nodes.length);
    expect(sizes(forwards)).toEqual([2, 2, 1]);
    expect(forwards.flatMap(({ nodes }) => nodes.map(({ id }: { id: string }) => id))).toEqual(whole);
    expect(backwards.reverse().flatMap(({ nodes }) => nodes.map(({ id }: { id: string }) => id))).toEqual(whole);
    expect(await orderedInDatabase()).toEqual(whole);
  });

  it('refuses a cursor that is none of its own', async () => {
    const after = Buffer.from('[1,2]').toString('base64url');

    const { codes } = await askAccounts(service.running, officer, PEOPLE, { search: 'Ким', after });

    expect(codes).toEqual([['people', 'BAD_USER_INPUT']]);
  });

  it.each([1, 100])('costs one statement for a page of %i', async (first) => {
    const statements = await statementsOf(() =>
      askAccounts(service.running, officer, PEOPLE, { search: 'crowd', first }),
    );

    expect(statements).toHaveLength(1);
  });

  it('is answered by the index of trigrams among many people, also once the plan is the same for all', async () => {
    const { text } = searchStatement({ direction: 'forward', size: 20, from: null });

    const plans = await asOwner(service.running, async (owner) => {
      await owner.query(`prepare search (text, text[], bigint) as ${text}`);
      const plan = async (mode: string) => {
        await owner.query(`set plan_cache_mode = ${mode}`);
        const [word] = foldWords('Әбдіров');
        const { rows } = await owner.query(`explain execute search ('% ${word}%', '{% ${word}%}', 21)`);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      };
      return [await plan('force_custom_plan'), await plan('force_generic_plan')];
    });

    for (const plan of plans) {
      expect(plan).toContain('Bitmap Index Scan on person_folded_name');
      expect(plan).not.toContain('Seq Scan on person');
    }
  });

  it.each([
    ['an administrator', viewerOf('x', 'ADMINISTRATOR'), []],
    ['a placement officer', viewerOf('x', 'PLACEMENT_OFFICER'), []],
    ['an accreditation officer of an edition', viewerOf('x', 'ACCREDITATION_OFFICER', 'EDITION'), []],
    ['the registration desk of an edition', viewerOf('x', 'REGISTRATION_DESK', 'EDITION'), []],
    ['a focal point', viewerOf('x', 'FOCAL_POINT', 'DELEGATION'), [['people', 'FORBIDDEN']]],
    ['a host officer', viewerOf('x', 'HOST_OFFICER', 'HOST_ORGANISATION'), [['people', 'FORBIDDEN']]],
    ['a partner country', viewerOf('x', 'PARTNER', 'COUNTRY'), [['people', 'FORBIDDEN']]],
    ['anybody signed in', viewerOf('x'), [['people', 'FORBIDDEN']]],
    ['nobody in particular', viewerOf(null), [['people', 'UNAUTHENTICATED']]],
  ])('by %s', async (_who, viewer, refused) => {
    const { codes } = await askAccounts(service.running, viewer, PEOPLE, { search: 'Ким' });

    expect(codes).toEqual(refused);
  });

  async function page(variables: object) {
    const { data } = await askAccounts(service.running, officer, PEOPLE, { search: 'Ким', ...variables });
    return data.people;
  }

  async function find(search: string): Promise<string[]> {
    const { data } = await askAccounts(service.running, officer, PEOPLE, { search });
    return data.people.nodes.map(({ id }: { id: string }) => id);
  }

  async function orderedInDatabase(): Promise<string[]> {
    const rows = await service.running.database.orm.em
      .fork()
      .execute<{ id: string }[]>(`select id from person where folded_name like ' kim%' order by folded_name, id`);
    return rows.map(({ id }) => id);
  }
});
