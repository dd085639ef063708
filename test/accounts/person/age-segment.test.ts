import { describe, expect, it } from 'vitest';
import { type AgeBounds, ageOn, segmentsOn } from '../../../services/accounts/person/segment/age-segment.rules.ts';
import { seedAgeSegments } from '../../../services/accounts/person/segment/seed-age-segments.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { askAccounts, givenPerson, viewerOf } from './people.ts';

describe('an age', () => {
  it.each([
    ['2000-06-01', '2026-05-31', 25],
    ['2000-06-01', '2026-06-01', 26],
    ['2000-06-01', '2026-06-02', 26],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2000-02-29', '2028-02-29', 28],
    ['2026-06-01', '2026-06-01', 0],
    ['2026-06-01', '2026-05-01', -1],
  ])('of whoever was born on %s is on %s %i', (birth, day, age) => expect(ageOn(birth, day)).toBe(age));
});

describe('a segment', () => {
  const open = { since: null, until: null };
  const earlier = { name: 'earlier', minimum_age: 14, maximum_age: 28, since: null, until: '2022-12-31' };
  const later = { name: 'later', minimum_age: 14, maximum_age: 35, since: '2023-01-01', until: null };
  const silver = { name: 'silver', minimum_age: 50, maximum_age: null, ...open };
  const definitions: readonly (AgeBounds & { name: string })[] = [earlier, later, silver];

  it.each<[string, string, string[]]>([
    ['2009-01-02', '2023-01-01', []],
    ['2009-01-01', '2023-01-01', ['later']],
    ['1993-06-01', '2022-12-31', []],
    ['1993-06-01', '2023-01-01', ['later']],
    ['1994-01-01', '2022-12-31', ['earlier']],
    ['1990-06-01', '2026-05-31', ['later']],
    ['1990-06-01', '2026-06-01', []],
    ['1976-06-01', '2026-05-31', []],
    ['1976-06-01', '2026-06-01', ['silver']],
    ['1906-06-01', '2026-06-01', ['silver']],
  ])('of whoever was born on %s, on %s', (birth, day, names) =>
    expect(segmentsOn(definitions, birth, day).map(({ name }) => name)).toEqual(names),
  );
});

describe('the segments of a person', () => {
  const service = useService(accounts, () => new Date('2026-06-01T00:00:00Z'));
  const SEGMENTS = `query ($on: LocalDate, $locale: Locale) {
    me { segments(on: $on, locale: $locale) { segment minimumAge maximumAge from until description { text locale } } }
  }`;
  const young = {
    segment: 'YOUTH',
    minimumAge: 14,
    maximumAge: 35,
    from: '2023-01-01',
    until: null,
    description: {
      text: "The portal's own assumption: 14 to 35, after the age of youth in Kazakhstan since 2023.",
      locale: 'en',
    },
  };

  it('are those of today, or of the day that is asked for', async () => {
    const viewer = viewerOf(await givenPersonBorn('1990-06-02'));

    const today = await askAccounts(service.running, viewer, SEGMENTS);
    const tomorrow = await askAccounts(service.running, viewer, SEGMENTS, { on: '2026-06-02' });
    const later = await askAccounts(service.running, viewer, SEGMENTS, { on: '2040-06-02', locale: 'ru' });

    expect(today.data.me.segments).toEqual([young]);
    expect(tomorrow.data.me.segments).toEqual([]);
    expect(later.data.me.segments).toEqual([
      {
        segment: 'SILVER',
        minimumAge: 50,
        maximumAge: null,
        from: null,
        until: null,
        description: { text: 'Собственное допущение портала: от 50 лет.', locale: 'ru' },
      },
    ]);
  });

  it('are unknown until a birth date is given', async () => {
    const viewer = viewerOf(await givenPerson(service.running));

    expect(await askAccounts(service.running, viewer, SEGMENTS)).toEqual({
      data: { me: { segments: null } },
      codes: [],
    });
  });

  it.each([1, 3])('of %i people cost two statements', async (count) => {
    const ids = await Promise.all(Array.from({ length: count }, () => givenPersonBorn('1990-06-02')));
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Person { segments { segment } } }
    }`;
    const representations = ids.map((id) => ({ __typename: 'Person', id }));

    const statements = await statementsOf(() =>
      askAccounts(service.running, viewerOf('x', 'ADMINISTRATOR'), query, { representations }),
    );

    expect(statements).toHaveLength(2);
  });

  it('are defined once, however often the portal starts', async () => {
    const em = service.running.database.orm.em.fork();

    await seedAgeSegments(em);

    expect(await em.execute('select segment from age_segment order by segment')).toEqual([
      { segment: 'SILVER' },
      { segment: 'YOUTH' },
    ]);
  });

  async function givenPersonBorn(birthDate: string): Promise<string> {
    const id = await givenPerson(service.running);
    await service.running.database.orm.em
      .fork()
      .execute('update person set birth_date = ? where id = ?', [birthDate, id]);
    return id;
  }
});
