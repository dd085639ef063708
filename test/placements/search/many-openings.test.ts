import { beforeAll, describe, expect, it } from 'vitest';
import { plansOf } from '../../../bench/registrations/plans.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { ANONYMOUS } from '../../../services/shared/access/access.rules.ts';
import { idStem, nthId } from '../../../services/shared/ids.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { askAs } from '../../support/ask-as.ts';
import { useService } from '../../support/database.ts';
import { emOf, givenOpening } from '../applications/given.ts';

const MANY = 100_000;
const BATCH = 10_000;
/** Far above what is measured, since others may be at work; a reading of all texts takes longer. */
const MOST_MILLISECONDS = 1_000;
const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: OpeningFilter) {
  openings(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id applicationDeadline } pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
  }
}`;

const service = useService(placements);

/** So many published openings like another, ten to a deadline, of which one in a thousand seeks divers. */
async function insertOpenings(likeId: string, from: number, count: number): Promise<void> {
  await emOf(service.running).execute(
    `insert into opening (id, programme_id, host_organisation_id, title, description, sector, country_code, city,
       starts_on, ends_on, application_deadline, positions, status)
     select ${nthId('place')}, programme_id, host_organisation_id,
       jsonb_build_object('en', case when place % 1000 = 0 then 'Diving among wrecks ' else 'Helping at a school ' end || place,
         'ru', 'Помощь в школе', 'kk', 'Мектепке көмек'),
       description, case when place % 7 = 0 then 'RESCUE' else sector end,
       (array['KE', 'TR', 'TH', 'UG'])[1 + place % 4], city, starts_on + place % 300, ends_on + 300,
       application_deadline + (place / 10) * interval '1 minute', positions, 'PUBLISHED'
     from opening, generate_series(?::integer, ?::integer) as place where opening.id = ?`,
    [idStem('opening'), from, from + count - 1, likeId],
  );
}

let likeId: string;
beforeAll(async () => {
  likeId = (await givenOpening(service.running)).id;
  for (let from = 0; from < MANY; from += BATCH) await insertOpenings(likeId, from, BATCH);
  await asOwner(service.running, (owner) => owner.query('analyze placements.opening'));
}, 120_000);

describe('among a hundred thousand openings', () => {
  it('a reader who pages through all while others are published misses none and sees none twice', async () => {
    const before = new Set(
      (await emOf(service.running).execute<{ id: string }[]>('select id from opening')).map(({ id }) => id),
    );
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const { data, errors } = await askAs(service.running, ANONYMOUS, PAGE, { first: 100, after });
      expect(errors).toEqual([]);
      for (const { id } of data.openings.nodes) seen.push(id);
      after = data.openings.pageInfo.hasNextPage ? data.openings.pageInfo.endCursor : null;
      if (pages % 100 === 0) await insertOpenings(likeId, pages * 500, 20);
      pages += 1;
    } while (after);

    expect(new Set(seen).size).toBe(seen.length);
    const known = new Set(seen);
    expect([...before].filter((id) => !known.has(id))).toEqual([]);
  }, 120_000);

  it('the last page reads backwards to the same rows', async () => {
    const last = await askAs(service.running, ANONYMOUS, PAGE, { last: 20 });
    const { startCursor } = last.data.openings.pageInfo;
    const before = await askAs(service.running, ANONYMOUS, PAGE, { last: 20, before: startCursor });
    const again = await askAs(service.running, ANONYMOUS, PAGE, {
      first: 20,
      after: before.data.openings.pageInfo.endCursor,
    });

    expect(again.data.openings.nodes).toEqual(last.data.openings.nodes);
    expect(again.data.openings.pageInfo.hasNextPage).toBe(false);
  });

  it.each<[string, object, number]>([
    ['a rare word', { search: 'dived' }, 100],
    ['a rare word with a slip', { search: 'wreckks' }, 100],
    ['a part of a word', { search: 'reck' }, 100],
    ['a word of none', { search: 'hippopotamus' }, 0],
    ['a country and a sector', { countries: ['UG'], sectors: ['RESCUE'] }, 100],
    ['a country of none', { countries: ['FR'] }, 0],
    ['a status of none', { statuses: ['UNFILLED'] }, 0],
    ['days of few', { startsFrom: '2027-08-26', startsUntil: '2027-08-26' }, 100],
  ])('%s is found by indexes, with these values and with any', async (name, filter, count) => {
    const variables = { filter, first: 100 };
    const { data, errors } = await askAs(service.running, ANONYMOUS, PAGE, variables);
    expect(errors).toEqual([]);
    expect(data.openings.nodes).toHaveLength(count);

    const question = { name, viewer: ANONYMOUS, query: PAGE, variables };
    const plans = await asOwner(service.running, (owner) => plansOf(service.running, owner, [question]));

    expect(plans.map(({ statement, readWhole }) => ({ statement, readWhole }))).toEqual([
      { statement: 'openings_forward', readWhole: [] },
    ]);
    for (const { milliseconds, indexes } of plans) {
      expect(indexes.filter((index) => index.startsWith('opening')).length).toBeGreaterThan(0);
      expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
    }
  });

  it('a word of nearly all is looked up once for the page', async () => {
    const question = { name: 'all', viewer: ANONYMOUS, query: PAGE, variables: { filter: { search: 'school' } } };

    const plans = await asOwner(service.running, (owner) => plansOf(service.running, owner, [question]));

    expect(plans.map(({ statement }) => statement)).toEqual(['openings_forward']);
    for (const { milliseconds } of plans) expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });
});
