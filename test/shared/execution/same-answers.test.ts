import { execute, type GraphQLSchema, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { forumContext } from '../../../services/forum/context.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { ANONYMOUS } from '../../../services/shared/access/access.rules.ts';
import { NO_KEYS } from '../../../services/shared/crypto/key-ring.ts';
import { Executor } from '../../../services/shared/execution/executor.ts';
import type { RequestScope } from '../../../services/shared/execution/subgraph-request.ts';
import { namedId } from '../../../services/shared/ids.ts';
import { silentLog } from '../../support/constants.ts';
import { useService } from '../../support/database.ts';
import { operation } from '../../support/operations.ts';
import { partOf } from './part-of.ts';

const now = new Date('2026-05-01T08:00:00.000Z');
const scope: RequestScope = { viewer: ANONYMOUS, locale: 'kk', correlationId: 'test', deadlineAt: Infinity };
const editionId = namedId('forum_edition', '2026');

/** The executor compiles operations; graphql-js is the reference that it must not differ from. */
describe('the executor answers as the reference implementation does', () => {
  const service = useService(forum, () => now);
  let schema: GraphQLSchema;
  let executor: Executor;
  beforeAll(async () => {
    await forum.seedDemo(service.running.database.orm.em.fork(), now);
    ({ schema } = await forum.buildSchema());
    executor = new Executor(schema, silentLog);
  });

  it.each([
    ['in Russian', { year: 2026, locale: 'ru' }],
    ['in a language that is not written', { year: 2026, locale: 'tg' }],
    ['in whatever language the request is', { year: 2026 }],
    ['in no language', { year: 2026, locale: null }],
    ['in a year without one', { year: 1990 }],
    ['in a year of too many digits', { year: 2 ** 31 }],
    ['in a year that is text', { year: '2026' }],
    ['in a year and a half', { year: 2026.5 }],
    ['in no year', {}],
    ['in a language that is none', { year: 2026, locale: '?' }],
  ])('for the forum %s', async (_case, variables) => {
    await expectSameAnswer(partOf(schema, operation('01-forum-page')), variables);
  });

  it.each<[string, string, object?]>([
    [
      'with fields under other names, in fragments',
      `{ a: forumEdition(year: 2026) { ...Years } b: forumEdition(year: 2026) { ...Years ... on Node { key: id } } }
       fragment Years on ForumEdition { when: year year ... on ForumEdition { title { text } none: title(locale: null) { locale } } }`,
    ],
    [
      'with fields let in and left out',
      `query ($yes: Boolean!, $no: Boolean!) { forumEdition(year: 2026) {
         id @include(if: $no) year @skip(if: $no) status @include(if: $yes) isDemo @skip(if: $yes) ... @include(if: $no) { version } } }`,
      { yes: true, no: false },
    ],
    [
      'with variables that have defaults',
      'query ($year: Int! = 2026, $n: Int = 2) { forumEdition(year: $year) { sessions(first: $n) { nodes { id } } } }',
    ],
    [
      'with a null in place of a default',
      'query ($n: Int = 2) { forumEdition(year: 2026) { sessions(first: $n) { nodes { id } } } }',
      { n: null },
    ],
    [
      'for the last page of a list',
      '{ forumEdition(year: 2026) { sessions(last: 2) { edges { cursor node { id } } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } } }',
    ],
    [
      'for kinds of things',
      '{ __typename forumEdition(year: 2026) { __typename sessions(first: 1) { __typename nodes { __typename } } } }',
    ],
    [
      'for the schema',
      '{ __schema { types { name kind fields { name args { name defaultValue type { name kind ofType { name } } } } } } __type(name: "Session") { interfaces { name } } }',
    ],
    [
      'with an error in a field that may be null',
      '{ forumEdition(year: 2026) { year sessions(first: 0) { nodes { id } } } }',
    ],
    [
      'with an error in a field that may not',
      '{ forumEdition(year: 2026) { year } forumEditions(first: 0) { nodes { id } } }',
    ],
    [
      'for entities, known and not',
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
         __typename ... on ForumEdition { year availability { capacity free } } ... on Person { id } } }`,
      {
        representations: [
          { __typename: 'ForumEdition', id: editionId },
          { __typename: 'ForumEdition', id: 'forum_edition_nowhere' },
          { __typename: 'ForumEdition', id: 2026 },
          { __typename: 'Person', id: 'person_unknown' },
          { __typename: 'ForumEdition', id: editionId },
        ],
      },
    ],
    ['for its SDL', '{ _service { sdl } }'],
  ])('%s', async (_case, query, variables) => {
    await expectSameAnswer(query, variables);
  });

  const registration = { editionId, category: 'OPEN', consents: [] };
  it.each<[string, object]>([
    ['that fits', { input: registration }],
    [
      'with one thing in place of a list',
      { input: { ...registration, consents: { purpose: 'PHOTOGRAPHS', version: '1' } } },
    ],
    ['with a number as an ID', { input: { ...registration, editionId: 2026 } }],
    ['with nulls', { input: { ...registration, affiliation: null } }],
    ['with a field that is not known', { input: { ...registration, vip: true } }],
    ['with a word that is not in the list', { input: { ...registration, category: 'KING' } }],
    ['with a number in place of a word', { input: { ...registration, category: 1 } }],
    ['with a list in place of text', { input: { ...registration, affiliation: ['a'] } }],
    ['with a null in a list', { input: { ...registration, consents: [null] } }],
    ['without something it needs', { input: { editionId, consents: [] } }],
    ['with several mistakes', { input: { editionId: null, category: 'KING', consents: 'none', vip: true } }],
    ['that is missing', {}],
    ['that is null', { input: null }],
    ['that is text', { input: 'please' }],
    ['that is a list', { input: [registration] }],
    ['beside variables nobody asked for', { input: registration, other: 1 }],
  ])('with input %s', async (_case, variables) => {
    await expectSameAnswer(operation('04-register'), variables);
  });

  async function expectSameAnswer(query: string, variables: object = {}): Promise<void> {
    const variableValues: Record<string, unknown> = plain({ ...variables });
    const reference = await execute({ schema, document: parse(query), variableValues, contextValue: context() });

    const answer = await executor.execute({ query, variables: variableValues, scope }, context());

    if (reference.data === undefined) {
      // The variables do not fit. The words may differ, the refusal may not.
      const { errors = [], ...rest } = answer;
      expect(rest).toEqual({});
      expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(['BAD_USER_INPUT']));
    } else {
      expect(plain(answer)).toEqual(plain(reference));
    }
  }

  function context() {
    const { orm, read } = service.running.database;
    return forumContext({
      em: orm.em.fork(),
      read,
      viewer: scope.viewer,
      locale: scope.locale,
      now: () => now,
      publicUrl: 'http://localhost',
      privateAddresses: false,
      keys: NO_KEYS,
    });
  }
});

/** As it travels. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
