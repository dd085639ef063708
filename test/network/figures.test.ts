import { describe, expect, it } from 'vitest';
import {
  checkFigure,
  type GivenFigure,
  ImpactQualifier,
} from '../../services/network/impact-figure/impact-figure.rules.ts';
import {
  type RecordImpactFigure,
  recordImpactFigure,
} from '../../services/network/impact-figure/record-impact-figure.ts';
import { figureId } from '../../services/network/seed/figures.ts';
import { seedReference } from '../../services/network/seed/reference.ts';
import { network } from '../../services/network/subgraph.ts';
import { useService } from '../support/database.ts';
import { statementsOf } from '../support/statements.ts';
import { askNetwork, auditOf } from './ask-network.ts';

const NOW = new Date('2026-10-01T04:00:00.000Z');
const FIRST_HALF = '2025-01-01/2025-06-30';
const WHOLE_YEAR = '2025-01-01/2025-12-31';
const PUBLICATION = '2026-01-01/2026-01-01';

/** What the article says, sentence by sentence, read by hand: the number as it is written, and how it is meant. */
const ARTICLE = [
  ['VOLUNTEERS', 'PEOPLE', '300 мың', 'ABOUT', WHOLE_YEAR],
  ['SILVER_VOLUNTEERS', 'PEOPLE', '6 мың', 'EXACT', WHOLE_YEAR],
  ['ORGANISATIONS', 'ORGANISATIONS', '810', 'MORE_THAN', WHOLE_YEAR],
  ['EVENTS', 'EVENTS', '27 мың', 'MORE_THAN', FIRST_HALF],
  ['MARATHON_OF_GOOD_DEEDS_DEEDS', 'DEEDS', '9 мың', 'MORE_THAN', WHOLE_YEAR],
  ['MARATHON_OF_GOOD_DEEDS_PARTICIPANTS', 'PEOPLE', '40 мың', 'EXACT', WHOLE_YEAR],
  ['PROJECTS', 'PROJECTS', '56', 'EXACT', WHOLE_YEAR],
  ['SMALL_GRANTS', 'GRANTS', '60', 'EXACT', WHOLE_YEAR],
  ['TARGET_GROUP_MEETINGS', 'MEETINGS', '10', 'EXACT', WHOLE_YEAR],
  ['VOLUNTEERS_ABROAD_FULLY_FUNDED', 'PEOPLE', '7', 'EXACT', WHOLE_YEAR],
  ['NATIONAL_FRONT_OFFICES', 'OFFICES', '1', 'EXACT', WHOLE_YEAR],
  ['REGIONAL_FRONT_OFFICES', 'OFFICES', '20', 'EXACT', WHOLE_YEAR],
  ['CO_SPONSORING_STATES', 'STATES', '54', 'EXACT', PUBLICATION],
] as const;

const GIVEN: GivenFigure & { source: NonNullable<GivenFigure['source']> } = {
  key: 'VOLUNTEERS',
  year: 2025,
  value: 301_204,
  qualifier: ImpactQualifier.EXACT,
  period: { from: '2025-01-01', until: '2025-12-31' },
  asOf: '2026-03-01',
  source: { title: 'A report', url: 'https://reports.example/2025', publishedOn: '2026-03-02' },
  note: [],
};

describe('a figure', () => {
  it.each<[string, Partial<GivenFigure>, string[]]>([
    ['is well as it is given', {}, []],
    ['may be known of a part of the year', { period: { from: '2025-01-01', until: '2025-06-30' } }, []],
    ['may be of a season that begins in the year before', { period: { from: '2024-11-01', until: '2025-03-01' } }, []],
    ['has a source', { source: null }, ['source: missing']],
    ['has a source with a title', { source: { ...GIVEN.source, title: ' ' } }, ['source.title: blank']],
    ['has a source that is a link', { source: { ...GIVEN.source, url: 'ftp://x' } }, ['source.url: not-a-link']],
    ['is not below zero', { value: -1 }, ['value: negative']],
    [
      'has a period that ends after it begins',
      { period: { from: '2025-12-31', until: '2025-01-01' } },
      ['period.until: ends-before-it-begins'],
    ],
    [
      'is of days that anybody remembers',
      { year: 0, period: { from: '0000-01-01', until: '2025-12-31' } },
      ['period.from: too-long-ago'],
    ],
    ['is of a year that its period reaches', { year: 2024 }, ['year: outside-year']],
    ['is not known before its period ends', { asOf: '2025-12-30' }, ['asOf: before-period-ends']],
    ['is not known after it was published', { asOf: '2026-03-03' }, ['asOf: after-publication']],
    [
      'is not of the future',
      { asOf: '2026-10-02', source: { ...GIVEN.source, publishedOn: '2026-10-03' } },
      ['asOf: in-future', 'source.publishedOn: in-future'],
    ],
    [
      'has a note in a language',
      { note: [{ locale: 'xx', text: ' ' }] },
      ['note.0.locale: unknown-language', 'note.0.text: blank'],
    ],
  ])('%s', (_case, change, problems) =>
    expect(
      checkFigure({ ...GIVEN, ...change }, '2026-10-01').map(({ path, problem }) => `${path.join('.')}: ${problem}`),
    ).toEqual(problems),
  );
});

describe('the figures the portal begins with', () => {
  const service = useService(network, () => NOW);
  const FIGURES = `query ($year: Int!, $key: String) {
    impactFigures(year: $year, key: $key) {
      id key unit value qualifier period { from until } asOf origin source { title url publishedOn } supersededAt version
      label(locale: "kk") { isFallback } history { id }
    }
  }`;

  it('are those of the article, each as it says it and with where it says so', async () => {
    const years = await Promise.all([2025, 2026].map((year) => askNetwork(service.running, FIGURES, { year })));

    expect(years.flatMap(({ data }) => data.impactFigures)).toEqual(
      ARTICLE.map(([key, unit, written, qualifier, period]) => {
        const [from, until] = period.split('/');
        return {
          id: figureId({ key, year: key === 'CO_SPONSORING_STATES' ? 2026 : 2025 }),
          key,
          unit,
          value: written.endsWith('мың') ? Number.parseInt(written, 10) * 1_000 : Number(written),
          qualifier,
          period: { from, until },
          asOf: '2026-01-01',
          origin: 'REPORTED',
          source: { title: 'Қазақстан бастамасы: Жаһандық еріктілер жылы', url: null, publishedOn: '2026-01-01' },
          supersededAt: null,
          version: 1,
          label: { isFallback: false },
          history: [],
        };
      }),
    );
  });

  it('stay one of each, however often the portal starts', async () => {
    await seedReference(service.running.database.orm.em.fork(), NOW);

    const [{ count } = { count: 0 }] = await service.running.database.orm.em
      .fork()
      .execute<{ count: number }[]>('select count(*)::integer as count from impact_figure');
    expect(count).toBe(ARTICLE.length);
  });

  it('are called something in every language of the portal', async () => {
    const { data } = await askNetwork(
      service.running,
      '{ impactFigureDefinitions { key kk: label(locale: "kk") { locale } ru: label(locale: "ru") { locale } en: label(locale: "en") { locale } } }',
    );

    expect(data.impactFigureDefinitions).toEqual(
      ARTICLE.map(([key]) => ({ key, kk: { locale: 'kk' }, ru: { locale: 'ru' }, en: { locale: 'en' } })),
    );
  });

  it('say what the source leaves open', async () => {
    const { data } = await askNetwork(
      service.running,
      '{ impactFigures(year: 2025) { key note(locale: "en") { text } } }',
    );

    const noted = data.impactFigures.filter(({ note }: { note: unknown }) => note !== null);
    expect(noted.map(({ key }: { key: string }) => key)).toEqual([
      'VOLUNTEERS',
      'MARATHON_OF_GOOD_DEEDS_DEEDS',
      'MARATHON_OF_GOOD_DEEDS_PARTICIPANTS',
      'TARGET_GROUP_MEETINGS',
      'NATIONAL_FRONT_OFFICES',
      'REGIONAL_FRONT_OFFICES',
    ]);
  });

  it.each([
    ['one', 'EVENTS', 1],
    ['all', null, 12],
  ])('cost two statements with their history, %s of them', async (_case, key, count) => {
    const statements = await statementsOf(async () => {
      const { data } = await askNetwork(service.running, FIGURES, { year: 2025, key });
      expect(data.impactFigures).toHaveLength(count);
    });

    expect(statements).toHaveLength(2);
  });

  it('name the year the General Assembly dedicated to volunteers, and what of its co-sponsors is not known', async () => {
    const { data } = await askNetwork(
      service.running,
      `{ internationalYear(year: 2026) {
        resolution coSponsorCount unknownCoSponsorCount source { publishedOn } knownCoSponsors { code coSponsoredInternationalYear }
      } }`,
    );

    expect(data.internationalYear).toEqual({
      resolution: '78/127',
      coSponsorCount: 54,
      unknownCoSponsorCount: 48,
      source: { publishedOn: '2026-01-01' },
      knownCoSponsors: ['AM', 'BO', 'DE', 'KE', 'KI', 'KZ'].map((code) => ({
        code,
        coSponsoredInternationalYear: true,
      })),
    });
    const representations = [{ __typename: 'Country', code: 'FR' }];
    const other = await askNetwork(
      service.running,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Country { coSponsoredInternationalYear } } }',
      { r: representations },
    );
    expect(other.data._entities).toEqual([{ coSponsoredInternationalYear: null }]);
  });
});

describe('recording a figure', () => {
  const service = useService(network, () => NOW);
  const RECORD = `mutation ($input: RecordImpactFigureInput!) {
    recordImpactFigure(input: $input) {
      __typename
      ... on UserError { code }
      ... on InvalidInput { violations { path code } }
      ... on RecordImpactFigureSuccess { figure { id value version source { title } history { id value supersededAt current { id } } } }
      ... on ImpactFigureSuperseded { current { id value } }
      ... on ImpactFigureRecorded { figure { id } }
    }
  }`;
  const INPUT = { ...GIVEN, note: undefined };
  const record = async (change: object) =>
    (await askNetwork(service.running, RECORD, { input: { ...INPUT, ...change } })).data.recordImpactFigure;

  it('lets sources that differ stand side by side', async () => {
    const input = { key: 'ORGANISATIONS', value: 800, qualifier: 'MORE_THAN' };

    const answer = await record(input);

    expect(answer).toMatchObject({ __typename: 'RecordImpactFigureSuccess', figure: { value: 800, version: 1 } });
    expect(await standing('ORGANISATIONS')).toEqual([
      { value: 800, source: { title: 'A report' } },
      { value: 810, source: { title: 'Қазақстан бастамасы: Жаһандық еріктілер жылы' } },
    ]);
    expect(await auditOf(service.running, 'recordImpactFigure')).toMatchObject([
      { actor_id: 'person_of_office', changes: [{ field: 'standing', from: null, to: answer.figure.id }, { to: 800 }] },
    ]);
  });

  it('corrects a figure and keeps what it was', async () => {
    const first = figureId({ key: 'PROJECTS', year: 2025 });

    const answer = await record({ key: 'PROJECTS', value: 57, corrects: first, reason: 'the ministry counted again' });
    const again = await record({ key: 'PROJECTS', value: 58, corrects: answer.figure.id });

    const was = (id: string, value: number) => ({
      id,
      value,
      supersededAt: NOW.toISOString(),
      current: { id: again.figure.id },
    });
    expect(again.figure).toEqual({
      id: again.figure.id,
      value: 58,
      version: 3,
      source: { title: 'A report' },
      history: [was(answer.figure.id, 57), was(first, 56)],
    });
    expect(await standing('PROJECTS')).toEqual([{ value: 58, source: { title: 'A report' } }]);
  });

  it('corrects what stands, and nothing that is corrected already', async () => {
    const first = figureId({ key: 'EVENTS', year: 2025 });
    const { figure } = await record({ key: 'EVENTS', value: 27_001, corrects: first });

    const late = await record({ key: 'EVENTS', value: 27_002, corrects: first });

    expect(late).toEqual({
      __typename: 'ImpactFigureSuperseded',
      code: 'IMPACT_FIGURE_SUPERSEDED',
      current: { id: figure.id, value: 27_001 },
    });
    expect(await standing('EVENTS')).toMatchObject([{ value: 27_001 }]);
  });

  it('makes one line of the corrections that many make at once', async () => {
    const first = figureId({ key: 'SMALL_GRANTS', year: 2025 });

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => use({ value: 70 + index, correctsId: first, key: 'SMALL_GRANTS' })),
    );

    expect(outcomes.filter((outcome) => 'figureId' in outcome && !('refusal' in outcome))).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'figure-superseded')).toHaveLength(
      7,
    );
    expect(await versionsOf(first)).toEqual([1, 2]);
  });

  it('publishes once what many record of one source at once, and says what stands', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => use({ key: 'VOLUNTEERS_ABROAD_FULLY_FUNDED' })));

    const [made] = outcomes.filter((outcome) => !('refusal' in outcome));
    expect(made).toEqual({ figureId: expect.stringMatching(/^impact_figure_/) });
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
      Array(7).fill({ refusal: 'figure-recorded', ...made }),
    );
  });

  it('gives the same figure for the same idempotency key', async () => {
    const input = { key: 'TARGET_GROUP_MEETINGS', idempotencyKey: 'k' };

    const [first, again] = [await record(input), await record(input)];
    const other = await record({ ...input, value: 1 });

    expect(again.figure.id).toBe(first.figure.id);
    expect(other).toEqual({ __typename: 'IdempotencyKeyReused', code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('tells everything that is wrong at once, and publishes nothing', async () => {
    const before = await count();

    const answer = await record({
      value: -1,
      period: { from: '2025-12-31', until: '2025-01-01' },
      asOf: '2099-01-01',
      source: null,
      reason: ' ',
    });

    expect(answer).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [
        { path: ['input', 'value'], code: 'NEGATIVE' },
        { path: ['input', 'period', 'until'], code: 'ENDS_BEFORE_IT_BEGINS' },
        { path: ['input', 'asOf'], code: 'IN_FUTURE' },
        { path: ['input', 'source'], code: 'MISSING' },
        { path: ['input', 'reason'], code: 'REASON_TOO_SHORT' },
      ],
    });
    expect(await count()).toBe(before);
  });

  it.each([
    ['of a key nobody defined', { key: 'TREES' }, [{ path: ['input', 'key'], code: 'UNKNOWN_KEY' }]],
    [
      'in the place of another figure',
      { corrects: figureId({ key: 'EVENTS', year: 2025 }) },
      [{ path: ['input', 'corrects'], code: 'ANOTHER_FIGURE' }],
    ],
    ['without a source', { source: null }, [{ path: ['input', 'source'], code: 'MISSING' }]],
  ])('takes none %s', async (_case, change, violations) => {
    const before = await count();

    expect(await record(change)).toMatchObject({ __typename: 'InvalidInput', violations });
    expect(await count()).toBe(before);
  });

  it('corrects no figure that is not there', async () => {
    expect(await record({ corrects: 'impact_figure_0' })).toEqual({
      __typename: 'ImpactFigureNotFound',
      code: 'IMPACT_FIGURE_NOT_FOUND',
    });
  });

  it.each([
    ['change', 'update impact_figure set value = value + 1', 'stays as it is'],
    ['vanish', 'delete from impact_figure', 'stays as it is'],
    ['branch', copyWith('version', '2', { id: 'new_id' }, 2), 'impact_figure_line'],
    ['leave a gap in its line', copyWith('version', '3', { id: `'x'` }), 'impact_figure_line_has_no_gap'],
    ['go without a source', copyWith('source_title', `''`, { id: `'x'`, version: '2' }), 'check constraint'],
    ['be below zero', copyWith('value', '-1', { id: `'x'`, version: '2' }), 'check constraint'],
    ['end before it begins', copyWith('period_from', `'2026-01-01'`, { id: `'x'`, version: '2' }), 'check constraint'],
    ['become another figure', copyWith('year', '2024', { id: `'x'`, version: '2' }), 'constraint'],
  ])('writes what can never %s, whoever writes', async (_case, sql, refusal) => {
    await expect(service.running.database.orm.em.fork().execute(sql)).rejects.toThrow(refusal);
  });

  it('takes figures of a new key once it is defined, once', async () => {
    const DEFINE = `mutation ($input: DefineImpactFigureInput!) {
      defineImpactFigure(input: $input) {
        __typename
        ... on DefineImpactFigureSuccess { definition { key unit label(locale: "ru") { text } } }
        ... on ImpactFigureKeyTaken { definition { unit } }
        ... on InvalidInput { violations { path code } }
      }
    }`;
    const label = [
      { locale: 'kk', text: 'Отырғызылған ағаштар' },
      { locale: 'ru', text: 'Посаженные деревья' },
      { locale: 'en', text: 'Trees planted' },
    ];
    const define = async (input: object) =>
      (await askNetwork(service.running, DEFINE, { input })).data.defineImpactFigure;

    const defined = await define({ key: 'TREES_PLANTED', label, unit: 'DEEDS' });
    const taken = await define({ key: 'TREES_PLANTED', label, unit: 'EVENTS' });
    const wrong = await define({ key: 'trees', label: label.slice(0, 2), unit: 'DEEDS' });

    expect(defined.definition).toEqual({ key: 'TREES_PLANTED', unit: 'DEEDS', label: { text: 'Посаженные деревья' } });
    expect(taken).toEqual({ __typename: 'ImpactFigureKeyTaken', definition: { unit: 'DEEDS' } });
    expect(wrong).toMatchObject({
      violations: [
        { path: ['input', 'key'], code: 'NOT_A_KEY' },
        { path: ['input', 'label'], code: 'LANGUAGE_MISSING' },
      ],
    });
    expect(await record({ key: 'TREES_PLANTED', value: 1_000_000_000_000 })).toMatchObject({
      figure: { value: 1_000_000_000_000 },
    });
  });

  function use({ correctsId = null, ...change }: Partial<GivenFigure> & { correctsId?: string | null }) {
    const command: RecordImpactFigure = {
      actorId: 'x',
      idempotencyKey: null,
      figure: { ...GIVEN, ...change, source: GIVEN.source },
      correctsId,
      reason: null,
    };
    return recordImpactFigure(service.running.database.orm.em.fork(), command, NOW);
  }

  async function standing(key: string): Promise<unknown> {
    const query = 'query ($key: String) { impactFigures(year: 2025, key: $key) { value source { title } } }';
    return (await askNetwork(service.running, query, { key })).data.impactFigures;
  }

  async function versionsOf(lineId: string): Promise<number[]> {
    const rows = await service.running.database.orm.em
      .fork()
      .execute<{ version: number }[]>('select version from impact_figure where line_id = ? order by version', [lineId]);
    return rows.map(({ version }) => version);
  }

  async function count(): Promise<number> {
    return (await service.running.database.orm.em.fork().execute('select from impact_figure')).length;
  }
});

/** SQL for copies of a figure of the article with other values in some columns. */
function copyWith(column: string, value: string, others: Record<string, string>, copies = 1): string {
  const changed: Record<string, string> = { ...others, [column]: value };
  const columns = [
    ...['id', 'line_id', 'version', 'definition_key', 'year', 'value', 'qualifier', 'period_from', 'period_until'],
    ...['as_of', 'origin', 'source_title', 'source_published_on', 'recorded_at'],
  ];
  const values = columns.map((one) => changed[one] ?? one).join(', ');
  return `insert into impact_figure (${columns.join(', ')})
    select ${values} from impact_figure cross join generate_series(1, ${copies}) as new_id where definition_key = 'SILVER_VOLUNTEERS' and version = 1`;
}
