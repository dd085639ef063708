import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { segments } from '../../services/network/seed/segments.ts';
import { type DefineSegment, defineSegment } from '../../services/network/segment/define-segment.ts';
import {
  checkSegment,
  dayBefore,
  placeAmong,
  SegmentName,
  type Span,
} from '../../services/network/segment/segment-definition.rules.ts';
import { network } from '../../services/network/subgraph.ts';
import { newId } from '../../services/shared/ids.ts';
import { useService } from '../support/database.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { askNetwork, auditOf } from './ask-network.ts';

const NOW = new Date('2026-10-01T04:00:00.000Z');
const GIVEN: DefineSegment['definition'] = {
  minimumAge: 55,
  maximumAge: null,
  since: '2027-01-01',
  until: null,
  description: [{ locale: 'en', text: 'By decree' }],
  source: null,
};

describe('a definition finds its place', () => {
  const always = { since: null, until: null };
  const earlier = { since: null, until: '2019-12-31' };
  const from2020 = { since: '2020-01-01', until: null };

  it.each<[string, readonly Span[], { since: string; until: string | null }, object]>([
    ['where there is none', [], span('2027-01-01'), { givesWay: null }],
    ['after one that has always held', [always], span('2027-01-01'), { givesWay: always }],
    ['after the one that goes on', [earlier, from2020], span('2020-01-02'), { givesWay: from2020 }],
    ['not on the first day of another', [earlier, from2020], span('2020-01-01'), overlaps(from2020)],
    ['not among days that are set', [earlier], span('2019-12-31'), overlaps(earlier)],
    ['right after days that are set', [earlier], span('2020-01-01'), { givesWay: null }],
    ['before one that goes on, if it ends', [from2020], span('2010-01-01', '2019-12-31'), { givesWay: null }],
    ['not before one that goes on without an end', [from2020], span('2010-01-01'), overlaps(from2020)],
  ])('%s', (_case, definitions, added, place) => expect(placeAmong(definitions, added)).toEqual(place));

  it('the day after the other one ends, also over a leap day', () => {
    expect(dayBefore('2028-03-01')).toBe('2028-02-29');
  });

  function span(since: string, until: string | null = null) {
    return { since, until };
  }

  function overlaps(other: { since: string | null; until: string | null }) {
    return { refusal: 'overlaps', with: other };
  }
});

it('checks everything of a definition at once', () => {
  const wrong = {
    ...GIVEN,
    minimumAge: 121,
    maximumAge: -1,
    since: '0001-01-01',
    until: '0000-12-31',
    description: [],
  };

  expect(checkSegment(wrong, '2026-10-01').map(({ path, problem }) => `${path.join('.')}: ${problem}`)).toEqual([
    'minimumAge: no-age',
    'maximumAge: no-age',
    'maximumAge: below-minimum',
    'from: too-long-ago',
    'until: ends-before-it-begins',
    'description: missing',
  ]);
});

describe('segments', () => {
  const service = useService(network, () => NOW);
  const SEGMENTS = `query ($on: LocalDate) {
    segments(on: $on) { id segment minimumAge maximumAge from until description(locale: "en") { text } source { title } }
  }`;
  const DEFINE = `mutation ($input: DefineSegmentInput!) {
    defineSegment(input: $input) {
      __typename
      ... on DefineSegmentSuccess { definition { segment minimumAge maximumAge from until source { title url } } }
      ... on SegmentDefinitionOverlaps { overlapping { from until } }
      ... on InvalidInput { violations { path code } }
    }
  }`;
  const define = async (input: object) => (await askNetwork(service.running, DEFINE, { input })).data.defineSegment;

  it('begin with two definitions of the portal’s own', async () => {
    const { data } = await askNetwork(service.running, SEGMENTS);

    expect(data.segments).toEqual([
      {
        id: segments[0]?.id,
        segment: 'YOUTH',
        minimumAge: 14,
        maximumAge: 35,
        from: '2023-01-01',
        until: null,
        description: {
          text: "The portal's own assumption: 14 to 35, after the age of youth in Kazakhstan since 2023.",
        },
        source: null,
      },
      {
        id: segments[1]?.id,
        segment: 'SILVER',
        minimumAge: 50,
        maximumAge: null,
        from: null,
        until: null,
        description: { text: "The portal's own assumption: from 50." },
        source: null,
      },
    ]);
  });

  it('mean something else from a day on, and what they meant until then', async () => {
    const input = {
      segment: 'YOUTH',
      minimumAge: 14,
      maximumAge: 34,
      from: '2027-01-01',
      description: [{ locale: 'kk', text: 'Заң бойынша' }],
      source: { title: 'A law', url: 'https://laws.example/1' },
    };

    const answer = await define(input);

    expect(answer.definition).toEqual({
      segment: 'YOUTH',
      minimumAge: 14,
      maximumAge: 34,
      from: '2027-01-01',
      until: null,
      source: { title: 'A law', url: 'https://laws.example/1' },
    });
    const on = async (day: string) =>
      (await askNetwork(service.running, SEGMENTS, { on: day })).data.segments.find(
        ({ segment }: { segment: string }) => segment === 'YOUTH',
      );
    expect(await on('2026-12-31')).toMatchObject({ maximumAge: 35, until: '2026-12-31' });
    expect(await on('2027-01-01')).toMatchObject({ maximumAge: 34, until: null });
    expect(await auditOf(service.running, 'defineSegment')).toMatchObject([
      {
        actor_id: 'person_of_office',
        changes: [{ field: 'standing', from: segments[0]?.id }, {}, { from: 35, to: 34 }],
      },
    ]);
  });

  it('have one meaning a day: what overlaps is refused, and nothing changes', async () => {
    const answer = await define({
      segment: 'YOUTH',
      minimumAge: 1,
      from: '2022-01-01',
      description: [{ locale: 'en', text: 'Too early' }],
    });

    expect(answer).toEqual({
      __typename: 'SegmentDefinitionOverlaps',
      overlapping: { from: '2023-01-01', until: '2026-12-31' },
    });
  });

  it('tell each thing that is wrong by its path', async () => {
    const answer = await define({
      segment: 'SILVER',
      minimumAge: 60,
      maximumAge: 50,
      from: '2027-01-01',
      description: [{ locale: 'en', text: ' ' }],
    });

    expect(answer.violations).toEqual([
      { path: ['input', 'maximumAge'], code: 'BELOW_MINIMUM' },
      { path: ['input', 'description', '0', 'text'], code: 'BLANK' },
    ]);
  });

  it('are placed one after the other where many define at once', async () => {
    const years = [2030, 2031, 2032, 2033, 2034, 2035];

    const outcomes = await Promise.all(
      years.map((year) =>
        defineSegment(
          service.running.database.orm.em.fork(),
          {
            actorId: 'x',
            idempotencyKey: null,
            segment: SegmentName.SILVER,
            definition: { ...GIVEN, since: `${year}-01-01` },
          },
          NOW,
        ),
      ),
    );

    const made = outcomes.flatMap((outcome) => ('definitionId' in outcome ? [outcome.definitionId] : []));
    const { data } = await askNetwork(service.running, SEGMENTS);
    const silver = data.segments.filter((one: { segment: string }) => one.segment === 'SILVER').toReversed();
    expect(silver).toHaveLength(made.length + 1);
    expect(silver.at(-1).from).toBe('2035-01-01');
    for (const [index, { until }] of silver.entries()) {
      const next = silver[index + 1];
      expect(until).toBe(next ? dayBefore(next.from) : null);
    }
  });

  it('hold no two definitions on a day, whoever writes', async () => {
    await expect(
      service.running.database.orm.em
        .fork()
        .execute(
          `insert into segment_definition (id, segment, minimum_age, since, description) values ('x', 'SILVER', 1, '2040-01-01', '{}')`,
        ),
    ).rejects.toThrow('segment_definition_one_a_day');
  });
});

describe('people', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process', { demo: false });
  });
  afterAll(() => portal?.close());

  it('are sorted by what an administrator defines, with what it rests on', async () => {
    const [person, office] = await portal.givenPeople(2);
    if (!person || !office) throw new Error('two people were asked for');
    await makeAdministrator(office.personId);
    const volunteer = portal.as(person.token);
    await volunteer.ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { birthDate: '1980-01-01' },
    });
    const SEGMENTS = `query ($on: LocalDate) {
      me { segments(on: $on) { segment minimumAge from until definition { description(locale: "en") { text } } } }
    }`;
    const before = await volunteer.ask(SEGMENTS, { on: '2026-06-01' });

    const defined = await portal
      .as(office.token)
      .ask('mutation ($input: DefineSegmentInput!) { defineSegment(input: $input) { __typename } }', {
        input: {
          segment: 'SILVER',
          minimumAge: 45,
          from: '2026-05-01',
          description: [{ locale: 'en', text: 'By decree' }],
        },
      });

    expect(before.data.me.segments).toEqual([]);
    expect(defined.data.defineSegment).toEqual({ __typename: 'DefineSegmentSuccess' });
    const definition = { description: { text: 'By decree' } };
    const silver = { segment: 'SILVER', minimumAge: 45, from: '2026-05-01', until: null, definition };
    await vi.waitFor(
      async () => {
        const { data } = await volunteer.ask(SEGMENTS, { on: '2026-06-01' });
        expect(data.me.segments).toEqual([silver]);
      },
      { timeout: 10_000, interval: 100 },
    );
    const earlier = await volunteer.ask(SEGMENTS, { on: '2026-04-30' });
    expect(earlier.data.me.segments).toEqual([]);
  });

  async function makeAdministrator(personId: string): Promise<void> {
    const accounts = portal.opened.running.find(({ name }) => name === 'accounts');
    await accounts?.database.orm.em
      .fork()
      .execute(
        `insert into role_grant (id, person_id, role, scope_kind, since) values (?, ?, 'ADMINISTRATOR', 'ALL', now())`,
        [newId('role_grant'), personId],
      );
  }
});
