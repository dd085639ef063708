import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf, type VariableValues } from '../../gateway/limits/cost.rules.ts';
import { defaultLimits, refuseCost, refuseShape } from '../../gateway/limits/limits.rules.ts';
import { fragmentsOf, shapeOf } from '../../gateway/limits/shape.rules.ts';

const schema = buildSchema(`
  type Query {
    edition(year: Int): Edition
    editions(first: Int, last: Int, after: String): EditionConnection!
    recent(first: Int = 5): EditionConnection!
    nodes(ids: [ID!]!): [Node]!
    offices(kinds: [String!]): [Office!]!
    latest(first: Int!): [Edition!]!
    anything: Anything
  }
  type Mutation { register: Edition }
  interface Node { id: ID! }
  union Anything = Edition | Office
  type Office implements Node { id: ID! name: String shifts: [[Edition!]!]! }
  type Edition implements Node {
    id: ID!
    year: Int
    city: City
    registrations(first: Int, last: Int): RegistrationConnection!
  }
  type City { name: String }
  type EditionConnection { edges: [EditionEdge!]! nodes: [Edition!]! pageInfo: PageInfo! totalCount: Int! }
  type EditionEdge { cursor: String! node: Edition! }
  type Registration implements Node { id: ID! edition: Edition }
  type RegistrationConnection { nodes: [Registration!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
`);

const operationsFolder = new URL('../../schema/operations/', import.meta.url);

function read(text: string) {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation.');
  return { operation, fragments: fragmentsOf(document) };
}

function shape(text: string) {
  const { operation, fragments } = read(text);
  return shapeOf(operation, fragments);
}

function cost(text: string, variables: VariableValues = {}) {
  const { operation, fragments } = read(text);
  return costOf(operation, fragments, variables, schema);
}

describe('the cost of an operation', () => {
  it.each([
    ['counts nothing for scalars', '{ __typename }', 0],
    ['counts an object once', '{ edition { id year } }', 1],
    ['counts an object inside an object', '{ edition { city { name } } }', 2],
    [
      'counts a connection, its items and its page info',
      '{ editions(first: 7) { nodes { id } pageInfo { hasNextPage } } }',
      9,
    ],
    ['counts edges and their nodes', '{ editions(first: 7) { edges { node { id } } } }', 15],
    ['takes a page to hold 20 when nothing is said', '{ editions { nodes { id } } }', 21],
    ['takes a page to hold 20 when null is said', '{ editions(first: null) { nodes { id } } }', 21],
    ["takes the schema's own default for a page", '{ recent { nodes { id } } }', 6],
    ['counts a page from its end the same', '{ editions(last: 3) { nodes { id } } }', 4],
    ['counts at most 100 for a page, as no page holds more', '{ editions(first: 1000000) { nodes { id } } }', 101],
    ['counts only the connection when nothing of its items is asked', '{ editions(first: 100) { totalCount } }', 1],
    [
      'multiplies pages inside pages',
      '{ editions(first: 2) { nodes { registrations(first: 3) { nodes { id } } } } }',
      11,
    ],
    ['takes other lists to hold ten', '{ offices { id } }', 10],
    ['does not take a filter for the length of the list', '{ offices(kinds: ["a"]) { id } }', 10],
    ['takes a list of lists to hold ten times ten', '{ offices { shifts { id } } }', 1_010],
    ['takes the length from the ids a list is asked for', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['takes a single id for a list of one', '{ nodes(ids: "a") { id } }', 1],
    ['takes the length of a plain list from its first', '{ latest(first: 4) { id } }', 4],
    ['counts what is selected under a name of its own', '{ a: edition { id } b: edition { id } }', 2],
    ['follows inline fragments into their types', '{ anything { ... on Edition { city { name } } } }', 2],
    ['follows inline fragments without a type', '{ edition { ... { city { name } } } }', 2],
    ['leaves introspection out', getIntrospectionQuery(), 0],
    ['leaves out what is skipped', '{ edition { city @skip(if: true) { name } } }', 1],
    ['leaves out what is not included', '{ edition { city @include(if: false) { name } } }', 1],
  ])('%s', (_case, text, expected) => expect(cost(text)).toBe(expected));

  it.each([
    [
      'takes the length of a page from a variable',
      'query ($n: Int) { editions(first: $n) { nodes { id } } }',
      { n: 3 },
      4,
    ],
    ['takes the default of a variable', 'query ($n: Int = 50) { editions(first: $n) { nodes { id } } }', {}, 51],
    [
      'lets a given null win over the default',
      'query ($n: Int = 50) { editions(first: $n) { nodes { id } } }',
      { n: null },
      21,
    ],
    [
      'takes the length of ids from a variable',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: ['a', 'b'] },
      2,
    ],
    [
      'leaves out what a variable leaves out',
      'query ($c: Boolean!) { edition { city @include(if: $c) { name } } }',
      { c: false },
      1,
    ],
    [
      'counts what a variable includes',
      'query ($c: Boolean!) { edition { city @include(if: $c) { name } } }',
      { c: true },
      2,
    ],
    [
      'knows a variable called __proto__',
      'query ($__proto__: Int) { editions(first: $__proto__) { nodes { id } } }',
      {},
      21,
    ],
  ])('%s', (_case, text, variables, expected) => expect(cost(text, variables)).toBe(expected));

  it('counts a fragment wherever it is spread, on each page as long as that page', () => {
    const text = `
      { short: editions(first: 2) { ...Page } long: editions(first: 5) { ...Page } }
      fragment Page on EditionConnection { nodes { ...City } pageInfo { hasNextPage } }
      fragment City on Edition { city { name } }
    `;

    expect(cost(text)).toBe(2 + 2 * 2 + 2 + 5 * 2);
  });

  it('stays a number when it passes every number', () => {
    const text = 'query ($n: Int!) { latest(first: $n) { registrations(first: 0) { nodes { id } } } }';

    expect(cost(text, { n: Number.POSITIVE_INFINITY })).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('the shape of an operation', () => {
  it('measures depth, aliases, fields and what stands at the root', () => {
    expect(shape('{ a: edition { id city { n: name } __typename } __typename }')).toEqual({
      kind: 'query',
      depth: 3,
      introspectionDepth: 0,
      aliases: 2,
      selections: 6,
      introspections: 0,
      rootFields: 2,
    });
  });

  it('measures introspection apart', () => {
    expect(shape('{ edition { id } __schema { types { name } } __type(name: "City") { name } }')).toEqual({
      kind: 'query',
      depth: 2,
      introspectionDepth: 3,
      aliases: 0,
      selections: 7,
      introspections: 2,
      rootFields: 3,
    });
  });

  it('writes fragments out', () => {
    const text = `
      mutation { ...Both ...Both }
      fragment Both on Mutation { first: register { ...City } second: register { ...City } }
      fragment City on Edition { city { name } }
    `;

    expect(shape(text)).toEqual({
      kind: 'mutation',
      depth: 3,
      introspectionDepth: 0,
      aliases: 4,
      selections: 12,
      introspections: 0,
      rootFields: 4,
    });
  });

  it('survives fragments that contain themselves', () => {
    const text = `
      { edition { ...A } }
      fragment A on Edition { id registrations { nodes { edition { ...B } } } }
      fragment B on Edition { year ...A }
    `;

    expect(shape(text).selections).toBe(6);
    expect(cost(text)).toBe(1 + 1 + 20 * 2);
  });

  it('reads a fragment once, however often fragments double each other', () => {
    const doubled = Array.from(
      { length: 400 },
      (_, i) => `fragment F${i} on Edition { id city { name } ...F${i + 1} ...F${i + 1} }`,
    );
    const text = `{ edition { ...F0 } } ${doubled.join(' ')} fragment F400 on Edition { id }`;
    const { operation, fragments } = read(text);

    const startedAt = process.cpuUsage();
    const measured = shapeOf(operation, fragments).selections;
    const counted = costOf(operation, fragments, {}, schema);

    expect(cpuMillisecondsSince(startedAt)).toBeLessThan(50);
    expect([measured, counted]).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
  });
});

describe('what is answered', () => {
  it.each(readdirSync(operationsFolder).filter((file) => file.endsWith('.graphql')))(
    'answers the operation in %s as it is written',
    (file) => {
      expect(refuseShape(shape(readFileSync(new URL(file, operationsFolder), 'utf8')), defaultLimits)).toBe(null);
    },
  );

  it('answers the introspection query of graphical clients', () => {
    const text = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });

    expect(refuseShape(shape(text), defaultLimits)).toBe(null);
  });

  it.each([
    ['a full page', '{ edition { registrations(first: 100) { nodes { id edition { city { name } } } } } }'],
    [
      'four lists of ten, each with lists of its own',
      `{ ${['a', 'b', 'c', 'd'].map((name) => `${name}: editions(first: 10) { nodes { city { name } registrations(first: 10) { nodes { edition { id } } } } }`).join(' ')} }`,
    ],
    ['the nodes of a hundred ids', `{ nodes(ids: ${JSON.stringify(Array(100).fill('a'))}) { id } }`],
  ])('answers %s', (_case, text) => expect(refuseCost(cost(text), defaultLimits)).toBe(null));
});

describe('what is refused', () => {
  it('refuses full pages inside a full page, and says what to do', () => {
    const text = '{ editions(first: 100) { nodes { registrations(first: 100) { nodes { id } } } } }';

    expect(refuseCost(cost(text), defaultLimits)).toEqual({
      code: 'QUERY_TOO_COSTLY',
      cost: 10_201,
      limit: 5_000,
      message:
        'This operation could return 10201 objects; at most 5000 are returned at once. Ask for smaller pages with "first", or for the inner lists in a request of their own.',
    });
  });

  it('refuses more ids than could be returned', () => {
    const ids = Array.from({ length: 5_001 }, (_, i) => `id-${i}`);

    expect(refuseCost(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }), defaultLimits)).toEqual({
      code: 'QUERY_TOO_COSTLY',
      cost: 5_001,
      limit: 5_000,
      message:
        'This operation could return 5001 objects; at most 5000 are returned at once. Ask for smaller pages with "first", or for the inner lists in a request of their own.',
    });
  });

  it.each([
    [
      'a query one field too deep',
      nested('e', 15),
      {
        code: 'QUERY_TOO_DEEP',
        depth: 16,
        limit: 15,
        message:
          'This operation is 16 fields deep; at most 15 are answered. Ask for the inner objects in a request of their own, by id.',
      },
    ],
    [
      'introspection one field too deep',
      `{ __schema { types ${nested('ofType', 18)} } }`,
      {
        code: 'QUERY_TOO_DEEP',
        depth: 21,
        limit: 20,
        message:
          'This operation is 21 fields deep; at most 20 are answered. Ask for the inner objects in a request of their own, by id.',
      },
    ],
    [
      'introspection many times over',
      `{ ...Six } fragment Six on Query { ${sixTimes('__schema { description }')} }`,
      {
        code: 'TOO_MANY_ROOT_FIELDS',
        rootFields: 6,
        limit: 5,
        message: 'This operation asks for the schema 6 times; at most 5 are answered. Split it into several requests.',
      },
    ],
    [
      'one alias too many',
      `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: edition { id }`).join(' ')} }`,
      {
        code: 'TOO_MANY_ALIASES',
        aliases: 31,
        limit: 30,
        message: 'This operation has 31 aliases; at most 30 are answered. Split it into several requests.',
      },
    ],
    [
      'one change too many',
      `mutation { ...Six ...Six } fragment Six on Mutation { ${sixTimes('register { id }')} }`,
      {
        code: 'TOO_MANY_ROOT_FIELDS',
        rootFields: 12,
        limit: 10,
        message: 'This mutation makes 12 changes; at most 10 are made at once. Split it into several requests.',
      },
    ],
    [
      'fragments that double each other',
      `{ edition { ...A ...A ...A ...A } } fragment A on Edition { ...B ...B ...B ...B }
       fragment B on Edition { ${'id '.repeat(63)} }`,
      {
        code: 'TOO_MANY_SELECTIONS',
        selections: 1_009,
        limit: 1_000,
        message:
          'This operation selects 1009 fields once its fragments are written out; at most 1000 are answered. Ask for fewer fields, or split it.',
      },
    ],
  ])('refuses %s', (_case, text, refusal) => expect(refuseShape(shape(text), defaultLimits)).toEqual(refusal));
});

/** `{ name { name { … id } } }` with so many names inside one another. */
function nested(name: string, times: number): string {
  return `${`{ ${name} `.repeat(times)}{ id }${' }'.repeat(times)}`;
}

function sixTimes(field: string): string {
  return Array.from({ length: 6 }, (_, i) => `f${i}: ${field}`).join(' ');
}

function cpuMillisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
