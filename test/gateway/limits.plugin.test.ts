import { ApolloServer, type ApolloServerOptionsWithGateway, type BaseContext } from '@apollo/server';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limitsPlugin, parseOptionsWithin } from '../../gateway/limits/limits.plugin.ts';

const schema = buildSchema(`
  type Query { edition(year: Int, filter: Filter): Edition editions(first: Int): EditionConnection! }
  input Filter { and: [Filter!] text: String }
  type Mutation { register: Edition }
  type EditionConnection { nodes: [Edition!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Edition { id: ID! next: Edition previous: Edition related(first: Int): EditionConnection! }
`);

let planned = 0;

/** Stands where the gateway's planner and executor do; counts what reaches them. */
const gateway: ApolloServerOptionsWithGateway<BaseContext>['gateway'] = {
  onSchemaLoadOrUpdate(onLoad) {
    onLoad({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  async load() {
    const executor = async () => {
      planned += 1;
      return { data: {} };
    };
    return { executor };
  },
  async stop() {},
};

const server = new ApolloServer({
  gateway,
  introspection: true,
  includeStacktraceInErrorResponses: false,
  plugins: [limitsPlugin()],
  parseOptions: parseOptionsWithin(),
});

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  planned = 0;
});

async function answerTo(query: string, variables: { [name: string]: unknown } = {}, operationName?: string) {
  const { body, http } = await server.executeOperation({ query, variables, operationName });
  if (body.kind !== 'single') throw new Error('An answer in parts was not expected.');
  return { errors: body.singleResult.errors, cost: http.headers.get('graphql-cost'), status: http.status };
}

function written(times: number, part: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => part(index)).join(' ');
}

describe('an operation within the limits', () => {
  it('is planned, and its cost is told in a header', async () => {
    const answer = await answerTo('query ($n: Int) { editions(first: $n) { nodes { id } } }', { n: 50 });

    expect({ ...answer, planned }).toEqual({ errors: undefined, cost: '51/5000', status: undefined, planned: 1 });
  });

  it('is measured again for other variables', async () => {
    const query = 'query ($n: Int) { editions(first: $n) { nodes { related(first: $n) { nodes { id } } } } }';

    const costs = [];
    for (const n of [1, 10, 100]) costs.push((await answerTo(query, { n })).cost);

    expect({ costs, planned }).toEqual({ costs: ['4/5000', '121/5000', '10201/5000'], planned: 2 });
  });

  it('may be the introspection query of a graphical client', async () => {
    const answer = await answerTo(getIntrospectionQuery());

    expect({ ...answer, planned }).toEqual({ errors: undefined, cost: '0/5000', status: undefined, planned: 1 });
  });

  it('is measured alone among the operations of its document', async () => {
    const query = `query Small { edition { id } } query Large { ${written(31, (i) => `a${i}: edition { id }`)} }`;

    const small = await answerTo(query, {}, 'Small');
    const large = await answerTo(query, {}, 'Large');

    expect([small.errors, large.errors?.[0]?.extensions?.code, planned]).toEqual([undefined, 'TOO_MANY_ALIASES', 1]);
  });
});

describe('an operation beyond the limits', () => {
  it('is refused with what it asked for, what is answered, and what to do', async () => {
    const answer = await answerTo('{ editions(first: 100) { nodes { related(first: 100) { nodes { id } } } } }');

    expect({ ...answer, planned }).toEqual({
      errors: [
        {
          message:
            'This operation could return 10201 objects; at most 5000 are returned at once. Ask for smaller pages with "first", or for the inner lists in a request of their own.',
          extensions: { code: 'QUERY_TOO_COSTLY', cost: 10_201, limit: 5_000 },
        },
      ],
      cost: '10201/5000',
      status: 400,
      planned: 0,
    });
  });

  it('is refused while it is still being read when it is too long', async () => {
    const answer = await answerTo(`{ ${written(2_000, (i) => `a${i}: edition { id }`)} }`);

    expect({ ...answer, planned }).toEqual({
      errors: [
        {
          message:
            'This document has more than 1000 tokens. Ask for fewer fields, or send its operations in requests of their own.',
          locations: [{ line: 1, column: 3393 }],
          extensions: { code: 'TOO_MANY_TOKENS', limit: 1_000 },
        },
      ],
      cost: undefined,
      status: 400,
      planned: 0,
    });
  });

  it('is refused before it is read when it is longer than any document needs to be', async () => {
    const answer = await answerTo(`{ edition { id } } ${'#\n'.repeat(500_000)}`);

    expect({ ...answer, planned }).toEqual({
      errors: [
        {
          message:
            'This document has more than 50000 characters. Ask for fewer fields, or send its operations in requests of their own.',
          locations: [{ line: 24_991, column: 2 }],
          extensions: { code: 'TOO_MANY_CHARACTERS', limit: 50_000 },
        },
      ],
      cost: undefined,
      status: 400,
      planned: 0,
    });
  });

  it('leaves other syntax errors as they are', async () => {
    const answer = await answerTo('{');

    expect(answer.errors).toEqual([
      {
        message: 'Syntax Error: Expected Name, found <EOF>.',
        locations: [{ line: 1, column: 2 }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ]);
  });
});

describe('a hostile document', () => {
  const doubling = written(90, (i) => `fragment F${i} on Edition { ...F${i + 1} ...F${i + 1} }`);
  const circle = written(60, (i) => `fragment F${i} on Edition { id ...F${(i + 1) % 60} }`);

  it.each([
    ['two thousand aliases', `{ ${written(2_000, (i) => `a${i}: edition { id }`)} }`, 'TOO_MANY_TOKENS'],
    ['ten thousand aliases', `{ ${written(10_000, (i) => `a${i}: edition { id }`)} }`, 'TOO_MANY_CHARACTERS'],
    ['as many aliases as tokens allow', `{ ${written(160, (i) => `a${i}: edition { id }`)} }`, 'TOO_MANY_ALIASES'],
    ['five thousand levels', `{ edition ${'{ next '.repeat(5_000)}{ id }${' }'.repeat(5_001)}`, 'TOO_MANY_TOKENS'],
    ['as many levels as tokens allow', `{ edition ${'{ next '.repeat(300)}{ id }${' }'.repeat(301)}`, 'QUERY_TOO_DEEP'],
    [
      'fragments that double each other',
      `{ edition { ...F0 } } ${doubling} fragment F90 on Edition { id }`,
      'TOO_MANY_SELECTIONS',
    ],
    ['fragments in a circle', `{ edition { ...F0 } } ${circle}`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a thousand directives', `{ edition ${'@include(if: true) '.repeat(1_000)}{ id } }`, 'TOO_MANY_TOKENS'],
    [
      'as many directives as tokens allow',
      `{ edition ${written(490, (i) => `@d${i}`)} { id } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'one field over and over',
      `{ ${'edition { id } '.repeat(235)} edition(year: 1) { id } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'conflicting arguments',
      `{ ${written(90, (i) => `x: edition(year: ${i}) { id }`)} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['comments', `{ edition { id } } ${'#\n'.repeat(500_000)}`, 'TOO_MANY_CHARACTERS'],
    ['as many comments as fit', `{ nothing } ${'#\n'.repeat(24_990)}`, 'GRAPHQL_VALIDATION_FAILED'],
    ['unknown fields', `{ ${written(980, (i) => `editionn${i}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an input inside itself',
      `{ edition(filter: ${'{ and: ['.repeat(190)}${'] }'.repeat(190)}) { id } }`,
      'TOO_MANY_TOKENS',
    ],
    [
      'introspection inside introspection',
      `{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('of %s is refused in less than 50 ms of CPU', async (_case, query, code) => {
    const attempts = [];
    for (const attempt of [1, 2, 3]) {
      const startedAt = process.cpuUsage();
      const { errors } = await answerTo(`${query} # ${attempt}`);
      const { user, system } = process.cpuUsage(startedAt);
      attempts.push({ code: errors?.[0]?.extensions?.code, milliseconds: (user + system) / 1_000 });
    }

    // The first attempt also pays for compiling the validation rules, and a busy machine may disturb another.
    expect(Math.min(...attempts.map(({ milliseconds }) => milliseconds))).toBeLessThan(50);
    expect([...attempts.map((attempt) => attempt.code), planned]).toEqual([code, code, code, 0]);
  });

  it('with huge variables is measured by those it uses', async () => {
    const ids = Array.from({ length: 200_000 }, (_, i) => i);
    const filter = JSON.parse(`${'{"and":['.repeat(2_000)}${']}'.repeat(2_000)}`);

    const startedAt = process.cpuUsage();
    const { cost } = await answerTo('query ($n: Int) { editions(first: $n) { nodes { id } } }', { n: 3, ids, filter });
    const { user, system } = process.cpuUsage(startedAt);

    expect(cost).toBe('4/5000');
    expect((user + system) / 1_000).toBeLessThan(50);
  });
});
