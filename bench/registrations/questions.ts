import type { ClientBase } from 'pg';
import { ANONYMOUS, participant, type Viewer } from '../../services/shared/access/access.rules.ts';
import { writeCursor } from '../../services/shared/graph/connection.rules.ts';

/** An operation as the gateway sends it to the forum. */
export interface Question {
  readonly name: string;
  readonly viewer: Viewer;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FORUM_PAGE = `query ($year: Int!) {
  forumEdition(year: $year) {
    id year status startsAt endsAt title { text } city { text }
    availability { capacity claimed offered waiting free }
    viewerCanRegister
    sessions(first: 20) { nodes { id startsAt endsAt } pageInfo { hasNextPage endCursor } }
  }
}`;
const ONE = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Registration { id status } } }';
const listing = (
  fields: string,
) => `query ($of: [_Any!]!, $filter: RegistrationFilter, $first: Int, $after: String, $last: Int) {
  _entities(representations: $of) {
    ... on ForumEdition {
      registrations(filter: $filter, first: $first, after: $after, last: $last) { ${fields} }
    }
  }
}`;
const PAGE = listing(
  'nodes { id status category person { id } delegation { id } registeredAt } pageInfo { endCursor }',
);
const COUNT = listing('totalCount');
const TOTALS = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on ForumEdition {
      registrationTotals { byStatus { count } byCategory { count } byCountry { count } }
    }
  }
}`;

const FILTERS: Readonly<Record<string, object>> = {
  'a frequent status': { status: ['CONFIRMED'] },
  'rare statuses': { status: ['OFFERED', 'PENDING_REVIEW'] },
  'a category': { category: ['PRESS'] },
  'a frequent country': { country: ['KZ'] },
  'a rare country': { country: ['JP'] },
  'a country of nobody': { country: ['FR'], status: ['CONFIRMED', 'OFFERED'] },
  'a month': { registeredAfter: '2026-03-01T00:00:00Z', registeredBefore: '2026-04-01T00:00:00Z' },
  'a frequent name': { search: 'Оспан' },
  'a rare name': { search: 'Timur Ospanenko' },
  'two letters': { search: 'an' },
  'a name of nobody': { search: 'Квартирмейстер' },
  'a name and all else': { search: 'dana', status: ['CONFIRMED'], category: ['OPEN'], country: ['KZ', 'KG'] },
};

const officer: Viewer = {
  ...participant('person_bench'),
  grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } }],
};

/** What the forum page and the organisers' desk ask about an edition. */
export async function questionsAbout(owner: ClientBase, editionId: string): Promise<Question[]> {
  const { rows } = await owner.query<{ id: string; person_id: string; registered_at: Date; year: number }>(
    `select registration.id, person_id, registered_at, year from registration join edition on edition.id = edition_id
     where edition_id = $1 order by registered_at desc, registration.id desc
     offset (select count(*) / 2 from registration where edition_id = $1) limit 1`,
    [editionId],
  );
  const [middle] = rows;
  if (!middle) throw new Error(`nobody is registered for ${editionId}`);
  const of = [{ __typename: 'ForumEdition', id: editionId }];
  const page = (name: string, more: object) => ({ name, viewer: officer, query: PAGE, variables: { of, ...more } });
  const after = writeCursor([middle.registered_at.toISOString(), middle.id]);
  return [
    { name: 'forum page', viewer: ANONYMOUS, query: FORUM_PAGE, variables: { year: middle.year } },
    {
      name: 'forum page of a participant',
      viewer: participant(middle.person_id),
      query: FORUM_PAGE,
      variables: { year: middle.year },
    },
    {
      name: 'one registration',
      viewer: officer,
      query: ONE,
      variables: { of: [{ __typename: 'Registration', id: middle.id }] },
    },
    page('first page', { first: 100 }),
    page('page from the middle', { first: 100, after }),
    page('last page', { last: 100 }),
    ...Object.entries(FILTERS).flatMap(([name, filter]) => [
      page(`first page: ${name}`, { first: 100, filter }),
      page(`page from the middle: ${name}`, { first: 100, after, filter }),
      { name: `count: ${name}`, viewer: officer, query: COUNT, variables: { of, filter } },
    ]),
    { name: 'count', viewer: officer, query: COUNT, variables: { of } },
    { name: 'totals', viewer: officer, query: TOTALS, variables: { of } },
  ];
}
