import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImpactQualifier } from '../../services/network/impact-figure/impact-figure.rules.ts';
import { recordImpactFigure } from '../../services/network/impact-figure/record-impact-figure.ts';
import { figureId } from '../../services/network/seed/figures.ts';
import { network } from '../../services/network/subgraph.ts';
import { useService } from '../support/database.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { statementsOf } from '../support/statements.ts';
import { askNetwork } from './ask-network.ts';

/** What clients send for the network's page; campaigns stand elsewhere. */
const NETWORK = `query Network($region: String, $year: Int!, $locale: Locale) {
  frontOffices(region: $region) { id kind name(locale: $locale) { text } region { code name(locale: $locale) } languages phone hours }
  callCentre { phone hours languages }
  impactFigures(year: $year) {
    key
    label(locale: $locale) { text }
    value
    qualifier
    period { from until }
    asOf
    origin
    source { title url publishedOn }
  }
  internationalYear(year: $year) {
    title(locale: $locale) { text }
    resolution
    coSponsorCount
    knownCoSponsors { code name(locale: $locale) }
  }
}`;

describe("the network's page over both transports", () => {
  it('reads the same to the letter', async () => {
    const pages = await Promise.all(
      transports.map(async (transport) => {
        const portal = await openPortal(transport, { demo: false });
        const answers = [
          await portal.ask(NETWORK, { year: 2025, locale: 'kk' }),
          await portal.ask(NETWORK, { region: 'Костанай', year: 2026, locale: 'ru' }),
        ];
        await portal.close();
        return answers.map(({ data, errors }) => ({ data, errors }));
      }),
    );

    expect(pages[0]?.map(({ errors }) => errors)).toEqual([[], []]);
    expect(JSON.stringify(pages[1])).toBe(JSON.stringify(pages[0]));
    const [figures, year] = pages[0] ?? [];
    expect(figures?.data.frontOffices).toHaveLength(21);
    expect(figures?.data.callCentre).toEqual({ phone: null, hours: null, languages: null });
    expect(figures?.data.internationalYear).toBeNull();
    expect(figures?.data.impactFigures[3]).toEqual({
      key: 'EVENTS',
      label: { text: 'Еріктілер қатысқан іс-шаралар' },
      value: 27_000,
      qualifier: 'MORE_THAN',
      period: { from: '2025-01-01', until: '2025-06-30' },
      asOf: '2026-01-01',
      origin: 'REPORTED',
      source: { title: 'Қазақстан бастамасы: Жаһандық еріктілер жылы', url: null, publishedOn: '2026-01-01' },
    });
    expect(year?.data).toMatchObject({
      frontOffices: [
        {
          kind: 'REGIONAL',
          name: { text: 'Фронт-офис Костанайской области' },
          region: { code: 'KZ-39', name: 'Костанайская область' },
          languages: null,
          phone: null,
          hours: null,
        },
      ],
      internationalYear: {
        title: { text: 'Международный год волонтёров' },
        resolution: '78/127',
        coSponsorCount: 54,
        knownCoSponsors: [
          { code: 'AM', name: 'Армения' },
          { code: 'BO', name: 'Боливия' },
          { code: 'DE', name: 'Германия' },
          { code: 'KE', name: 'Кения' },
          { code: 'KI', name: 'Кирибати' },
          { code: 'KZ', name: 'Казахстан' },
        ],
      },
    });
  });
});

describe("the network's page", () => {
  const service = useService(network);

  it.each([null, 'KZ-39'])('costs the network four statements, with the offices of %s', async (region) => {
    const page = NETWORK.replace('code name(locale: $locale) }\n  }\n}', 'code }\n  }\n}');

    const statements = await statementsOf(() => askNetwork(service.running, page, { region, year: 2026 }));

    expect(statements).toHaveLength(4);
  });
});

describe.each(transports)('what the network publishes, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport, { demo: false });
  });
  afterAll(() => portal?.close());

  it.each([
    ['kk', 'Еріктілер: шамамен 300 000 (2025)'],
    ['ru', 'Волонтёры: около 300 000 (2025)'],
    ['en', 'Volunteers: about 300,000 (2025)'],
  ])('is followed as an Atom feed in %s', async (language, title) => {
    const response = await fetch(`${portal.url}/files/network/feed/${language}`);
    const text = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(text);
    expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(feed['@_xml:lang']).toBe(language);
    expect(feed.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(feed.author.name).toMatch(/\S/);
    expect(feed.title).toMatch(/\S/);
    expect(feed.link['@_rel']).toBe('self');
    expect(feed.link['@_href']).toMatch(new RegExp(`^http://localhost.*/files/network/feed/${language}$`));
    expect(feed.entry).toHaveLength(13);
    const instants = feed.entry.map(({ updated }: { updated: string }) => updated);
    expect(feed.updated).toBe(instants.toSorted().at(-1));
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(new Date(entry.updated).toISOString()).toBe(entry.updated);
      expect(entry.content['#text']).toContain('Қазақстан бастамасы: Жаһандық еріктілер жылы');
    }
    expect(new Set(feed.entry.map(({ id }: { id: string }) => id)).size).toBe(13);
    const titles = feed.entry.map((entry: { title: string }) => entry.title.replaceAll('\u00a0', ' '));
    expect(titles).toContain(title);
  });

  it('is known by the same IDs in a feed after a correction, and as updated', async () => {
    const before = await entries();
    const figure = {
      key: 'SMALL_GRANTS',
      year: 2025,
      value: 61,
      qualifier: ImpactQualifier.EXACT,
      period: { from: '2025-01-01', until: '2025-12-31' },
      asOf: '2026-02-01',
      source: { title: 'A & B <report>', url: 'https://reports.example/?a=1&b=2', publishedOn: null },
      note: [],
    };
    const correctsId = figureId(figure);
    const recordedAt = new Date();
    await recordImpactFigure(
      em(),
      { actorId: 'x', idempotencyKey: null, figure, correctsId, reason: null },
      recordedAt,
    );

    const after = await entries();

    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const [newest] = after;
    const old = before.find(({ id }) => id === newest?.id);
    expect(newest).toMatchObject({
      title: 'Small grants: 61 (2025)',
      updated: recordedAt.toISOString(),
      published: old?.published,
    });
    expect(newest?.content['#text']).toContain('A & B <report>');
    expect(newest?.link).toEqual({ '@_rel': 'related', '@_href': 'https://reports.example/?a=1&b=2' });

    const csv = await (await fetch(`${portal.url}/files/network/figures/all`)).text();
    const grants = csv.split('\r\n').filter((line) => line.includes('SMALL_GRANTS'));
    expect(grants.map((line) => line.split(',').slice(2, 4).join())).toEqual(['1,SMALL_GRANTS', '2,SMALL_GRANTS']);
    expect(grants[0]).toMatch(new RegExp(`,${recordedAt.toISOString()}$`));
  });

  it('is had as CSV, every figure with its source', async () => {
    const response = await fetch(`${portal.url}/files/network/figures/all`);
    const [head, ...lines] = (await response.text()).trimEnd().split('\r\n');

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('impact-figures.csv');
    expect(head?.replace('\uFEFF', '').split(',').slice(3, 10)).toEqual([
      'key',
      'label_kk',
      'label_ru',
      'label_en',
      'unit',
      'year',
      'value',
    ]);
    expect(lines).toHaveLength(14);
    const events = lines.find((line) => line.includes(',EVENTS,'));
    expect(events).toContain(
      ',EVENTS,2025,27000,MORE_THAN,2025-01-01,2025-06-30,2026-01-01,REPORTED,Қазақстан бастамасы: Жаһандық еріктілер жылы,,2026-01-01,',
    );
  });

  it('is found by ID', async () => {
    const { data } = await portal.ask(
      '{ frontOffices(region: "KZ-10") { id } impactFigures(year: 2025, key: "EVENTS") { id } segments { id } }',
    );
    const ids = [...data.frontOffices, ...data.impactFigures, ...data.segments].map(({ id }: { id: string }) => id);

    const found = await portal.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });

    const types = ['FrontOffice', 'ImpactFigure', 'SegmentDefinition', 'SegmentDefinition'];
    expect(found.data.nodes).toEqual(ids.map((id, index) => ({ __typename: types[index], id })));
  });

  it.each(['feed/de', 'feed/KK', 'figures/2025', 'nothing/all'])('is nowhere else: %s', async (path) => {
    expect((await fetch(`${portal.url}/files/network/${path}`)).status).toBe(404);
  });

  function em() {
    const running = portal.opened.running.find(({ name }) => name === network.name);
    if (!running) throw new Error('the network is among the services');
    return running.database.orm.em.fork();
  }

  interface Entry {
    readonly id: string;
    readonly title: string;
    readonly published: string;
    readonly updated: string;
    readonly content: { readonly '#text': string };
    readonly link?: object;
  }

  async function entries(): Promise<Entry[]> {
    const text = await (await fetch(`${portal.url}/files/network/feed/en`)).text();
    return new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(text).feed.entry;
  }
});
