import { describe, expect, it } from 'vitest';
import { type AgeBounds, ageOn, segmentsOn } from '../../../services/accounts/person/segment/age-segment.rules.ts';
import { noteSegment } from '../../../services/accounts/person/segment/note-segment.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { NO_KEYS } from '../../../services/shared/crypto/key-ring.ts';
import { namedId } from '../../../services/shared/ids.ts';
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
  const SEGMENTS = `query ($on: LocalDate) {
    me { segments(on: $on) { segment minimumAge maximumAge from until definition { id } } }
  }`;
  const young = {
    segment: 'YOUTH',
    minimumAge: 14,
    maximumAge: 35,
    from: '2023-01-01',
    until: null,
    definition: { id: namedId('segment_definition', 'YOUTH') },
  };
  const silver = {
    segment: 'SILVER',
    minimumAge: 50,
    maximumAge: null,
    from: null,
    until: null,
    definition: { id: namedId('segment_definition', 'SILVER') },
  };

  it('are those of today, or of the day that is asked for', async () => {
    const viewer = viewerOf(await givenPersonBorn('1990-06-02'));

    const today = await askAccounts(service.running, viewer, SEGMENTS);
    const tomorrow = await askAccounts(service.running, viewer, SEGMENTS, { on: '2026-06-02' });
    const later = await askAccounts(service.running, viewer, SEGMENTS, { on: '2040-06-02' });

    expect(today.data.me.segments).toEqual([young]);
    expect(tomorrow.data.me.segments).toEqual([]);
    expect(later.data.me.segments).toEqual([silver]);
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

  it.each([
    ['in the order they were made', ['2030-01-01', '2040-01-01']],
    ['in another order', ['2040-01-01', '2030-01-01']],
  ])('follow definitions that are told %s, each up to the day before the next', async (_case, told) => {
    const viewer = viewerOf(await givenPersonBorn('1990-06-02'));
    await forget('SILVER', '2030-01-01');

    for (const since of told) await tell({ definitionId: `silver ${since}`, since, minimumAge: 55, until: null });
    await tell({ definitionId: 'silver 2040-01-01', since: '2040-01-01', minimumAge: 50, until: null });

    const ages = await Promise.all(
      ['2041-01-01', '2039-12-31', '2040-01-01'].map(async (on) => {
        const { data } = await askAccounts(service.running, viewer, SEGMENTS, { on });
        return data.me.segments.map((one: typeof silver) => [one.minimumAge, one.from, one.until]);
      }),
    );
    expect(ages).toEqual([[[50, '2040-01-01', null]], [], []]);
    const old = viewerOf(await givenPersonBorn('1970-01-01'));
    const { data } = await askAccounts(service.running, old, SEGMENTS, { on: '2035-01-01' });
    expect(data.me.segments).toMatchObject([{ minimumAge: 55, from: '2030-01-01', until: '2039-12-31' }]);
  });

  async function tell(definition: Record<string, string | number | null>): Promise<void> {
    const payload = { segment: 'SILVER', maximumAge: null, ...definition };
    const event = { id: 'event', type: 'SegmentDefined', occurredAt: 0, payload };
    await service.running.database.orm.em
      .fork()
      .transactional((tx) => noteSegment(tx, event, new Date('2026-06-01T00:00:00Z'), NO_KEYS));
  }

  async function forget(segment: string, since: string): Promise<void> {
    await service.running.database.orm.em
      .fork()
      .execute('delete from age_segment where segment = ? and since >= ?::date', [segment, since]);
  }

  async function givenPersonBorn(birthDate: string): Promise<string> {
    const id = await givenPerson(service.running);
    await service.running.database.orm.em
      .fork()
      .execute('update person set birth_date = ? where id = ?', [birthDate, id]);
    return id;
  }
});
