import { beforeAll, describe, expect, it } from 'vitest';
import { OpeningStatus, Sector } from '../../../services/placements/opening/opening.rules.ts';
import { NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { ANONYMOUS } from '../../../services/shared/access/access.rules.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { askAs } from '../../support/ask-as.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { givenOpening } from '../applications/given.ts';

const OPENINGS = `query ($filter: OpeningFilter, $first: Int, $after: String, $last: Int, $before: String) {
  openings(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const service = useService(placements);
const asks = (...languages: string[]) => ({
  ...NO_REQUIREMENTS,
  languages: languages.map((language) => ({ language, level: LanguageLevel.B2 })),
});

const GIVEN: readonly Parameters<typeof givenOpening>[1][] = [
  {
    title: {
      kk: 'Мангр ормандарын қалпына келтіру',
      ru: 'Восстановление мангровых лесов',
      en: 'Restoring mangrove forests',
    },
    city: 'Mombasa',
    sector: Sector.ENVIRONMENT,
    countryCode: 'KE',
    startsOn: '2026-10-01',
    requirements: asks('en-GB'),
  },
  {
    title: {
      kk: 'Мектепте ағылшын тілінен сабақ беру',
      ru: 'Преподавание английского в школе',
      en: 'Teaching English at a school',
    },
    description: { en: 'You help the teachers of a village.' },
    tasks: { en: 'Painting classrooms', ru: 'Красить классы', kk: 'Сыныптарды бояу' },
    city: 'Chiang Mai',
    sector: Sector.TEACHING,
    countryCode: 'TH',
    startsOn: '2026-11-01',
    requirements: asks('en', 'th'),
  },
  {
    title: { tr: 'Yaşlılara yardım', ru: 'Помощь пожилым людям' },
    city: 'İzmir',
    sector: Sector.ELDERLY_CARE,
    countryCode: 'TR',
    startsOn: '2026-12-01',
    status: OpeningStatus.SELECTION,
  },
  { title: { en: 'A draft about mangroves' }, status: OpeningStatus.DRAFT, startsOn: '2026-12-01' },
];
let ids: string[];
beforeAll(async () => {
  ids = [];
  for (const one of GIVEN) ids.push((await givenOpening(service.running, one)).id);
});

/** Places in `GIVEN` of what is found. */
async function found(filter: object): Promise<number[]> {
  const { data, errors } = await askAs(service.running, ANONYMOUS, OPENINGS, { filter });
  expect(errors).toEqual([]);
  expect(data.openings.totalCount).toBe(data.openings.edges.length);
  return data.openings.edges.map(({ node }: { node: { id: string } }) => ids.indexOf(node.id)).toSorted();
}

describe('openings are found by', () => {
  it.each<[string, object, number[]]>([
    ['nothing in particular: all that are public', {}, [0, 1, 2]],
    ['null filters, which narrow nothing', { countries: null, search: null, startsFrom: null }, [0, 1, 2]],
    ['an empty list, which finds nothing', { countries: [] }, []],
    ['country, in small letters, too', { countries: ['KE', 'tr'] }, [0, 2]],
    ['sector', { sectors: ['TEACHING'] }, [1]],
    ['status', { statuses: ['SELECTION'] }, [2]],
    ['status, and never a draft', { statuses: ['DRAFT'] }, []],
    ['languages that suffice, or where none is asked', { languages: ['en', 'ru'] }, [0, 2]],
    ['more languages', { languages: ['TH', 'en-US'] }, [0, 1, 2]],
    ['the first day of service', { startsFrom: '2026-11-01' }, [1, 2]],
    ['days between which service begins', { startsFrom: '2026-10-01', startsUntil: '2026-11-01' }, [0, 1]],
    ['several of them at once', { countries: ['TH'], search: 'school', sectors: ['TEACHING'] }, [1]],
    ['a word in another English form', { search: 'restored forest' }, [0]],
    ['a word in another Russian form', { search: 'школы' }, [1]],
    ['Russian words in any order', { search: 'людям помощи' }, [2]],
    ['the beginning of a Kazakh word', { search: 'мектеп' }, [1]],
    ['Kazakh with plain letters', { search: 'агылшын сабак' }, [1]],
    ['Turkish with plain letters, and a city', { search: 'yasli izmir' }, [2]],
    ['a part of a word', { search: 'ngrov' }, [0]],
    ['a word with a slip', { search: 'mangrowe' }, [0]],
    ['a Russian word with a slip', { search: 'востановление' }, [0]],
    ['a city', { search: 'MOMBASA' }, [0]],
    ['the description', { search: 'villages' }, [1]],
    ['the tasks, in any language', { search: 'paint classroom' }, [1]],
    ['the tasks in Kazakh', { search: 'бояу' }, [1]],
    ['words of which one is nowhere', { search: 'mangrove zebra' }, []],
    ['signs alone, which find nothing', { search: '!?' }, []],
    ['letters that sound like nothing', { search: 'ь' }, []],
    ['what a query language would take for an order', { search: `' & | ! <-> :* \\ (` }, []],
    ['blanks, which narrow nothing', { search: '  ' }, [0, 1, 2]],
  ])('%s', async (_case, filter, places) => expect(await found(filter)).toEqual(places));

  it.each<[string, object, string]>([
    ['a search that is too long', { search: 'x'.repeat(101) }, 'Search with at most 100 characters.'],
    ['no language', { languages: ['en', 'qqq'] }, 'Give language tags, BCP 47, such as en, ru or kk.'],
    [
      'days that are crossed',
      { startsFrom: '2026-02-01', startsUntil: '2026-01-01' },
      'startsFrom is after startsUntil: no day is between them. Exchange them.',
    ],
  ])('and refused for %s, with what to do', async (_case, filter, message) => {
    const { errors } = await askAs(service.running, ANONYMOUS, OPENINGS, { filter });

    expect(errors.map((error) => ({ message: error.message, code: error.extensions?.code }))).toEqual([
      { message, code: 'BAD_USER_INPUT' },
    ]);
  });
});

it('a page costs one statement and its count another, whatever is asked', async () => {
  const counts: number[] = [];
  for (const filter of [{}, { search: 'mangrove', countries: ['KE'], languages: ['en'] }]) {
    for (const first of [1, 3, 50]) {
      const statements = await statementsOf(() => askAs(service.running, ANONYMOUS, OPENINGS, { filter, first }));
      counts.push(statements.length);
    }
  }

  expect(counts).toEqual([2, 2, 2, 2, 2, 2]);
});

it('the openings of many countries and their counts cost a statement each', async () => {
  const query = `query ($countries: [_Any!]!) { _entities(representations: $countries) {
    ... on Country { openings(first: 1) { totalCount nodes { id } } } } }`;
  const statements = async (codes: string[]) => {
    const countries = codes.map((code) => ({ __typename: 'Country', code }));
    return (await statementsOf(() => askAs(service.running, ANONYMOUS, query, { countries }))).length;
  };

  expect([await statements(['KE']), await statements(['KE', 'TR', 'TH'])]).toEqual([2, 2]);
});
