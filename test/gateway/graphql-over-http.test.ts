import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerGraphqlRoute } from '../../gateway/http/graphql-route.ts';
import { registerSecurityHeaders } from '../../gateway/http/security-headers.ts';
import { limitsPlugin, parseOptionsWithin } from '../../gateway/limits/limits.plugin.ts';

interface Viewer {
  name: string;
}

const greetings: string[] = [];
const partnerOrigin = 'https://volunteers.example';

const server = new ApolloServer<Viewer>({
  typeDefs: `
    type Query { viewer: String greeting(to: ID!): String broken: String }
    type Mutation { greet(name: String!): String }
  `,
  resolvers: {
    Query: { viewer: (_root, _args, { name }: Viewer) => name, greeting: (_root, { to }) => `Hello, ${to}!` },
    Mutation: {
      greet(_root, { name }) {
        greetings.push(name);
        return name;
      },
    },
  },
  introspection: true,
  includeStacktraceInErrorResponses: false,
  plugins: [limitsPlugin()],
  parseOptions: parseOptionsWithin(),
});

let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  await server.start();
  app = fastify();
  registerSecurityHeaders(app);
  registerGraphqlRoute(app, {
    server,
    maxBodyBytes: 2_000,
    maskFault: () => ({ message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    allowedOrigins: [partnerOrigin],
    async contextOf({ headers }) {
      if (headers.authorization === 'Bearer expired') {
        throw new GraphQLError('Sign in again.', {
          extensions: {
            code: 'UNAUTHENTICATED',
            http: { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) },
          },
        });
      }
      if (headers.authorization === 'Bearer broken') throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
      if (headers.authorization === 'Bearer unnamed') throw new GraphQLError('select * from people');
      return { name: headers.authorization ?? 'nobody' };
    },
  });
  url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});

afterAll(async () => {
  await app.close();
  await server.stop();
});

const json = { 'content-type': 'application/json' };
const preflighted = { 'apollo-require-preflight': 'yes' };

function post(body: unknown, headers: { [name: string]: string } = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
}

async function seen(response: Response) {
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const asJson = 'application/json; charset=utf-8';
const asGraphqlJson = 'application/graphql-response+json; charset=utf-8';

function refused(status: number, code: string, message: string) {
  return { status, type: asJson, body: { errors: [{ message, extensions: { code } }] } };
}

describe('GraphQL over HTTP', () => {
  it('passes the audits of its draft without an error or a warning', async () => {
    const audits = serverAudits({ url, fetchFn: fetch });

    const results = [];
    for (const audit of audits) results.push(await audit.fn());

    expect(results.filter(({ status }) => status !== 'ok').map(({ status, id }) => `${status} ${id}`)).toEqual([
      // A GET that a page of any other site could send is not answered.
      'notice 5A70',
      'notice D6D5',
      'notice 6A70',
    ]);
    expect(results.length).toBe(61);
  });

  it('answers a query by POST', async () => {
    const response = await post({ query: '{ viewer }' }, { authorization: 'Bearer aigul' });

    expect(await seen(response)).toEqual({ status: 200, type: asJson, body: { data: { viewer: 'Bearer aigul' } } });
  });

  it('answers a query by GET', async () => {
    const search = new URLSearchParams({
      query: 'query Greeting($to: ID!) { greeting(to: $to) }',
      variables: '{"to":"Айгүл"}',
    });

    const response = await fetch(`${url}?${search}`, { headers: preflighted });

    expect(await seen(response)).toEqual({ status: 200, type: asJson, body: { data: { greeting: 'Hello, Айгүл!' } } });
  });

  it('answers with GraphQL also to what prefers a page', async () => {
    const response = await fetch(`${url}?query={viewer}`, {
      headers: { ...preflighted, accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    });

    expect(await seen(response)).toEqual({ status: 200, type: asJson, body: { data: { viewer: 'nobody' } } });
  });

  it('tells the cost of an operation, and lets nobody keep the answer', async () => {
    const { headers } = await post({ query: '{ viewer }' });

    expect([headers.get('graphql-cost'), headers.get('cache-control')]).toEqual(['0/5000', 'no-store']);
  });

  it('sends the headers that keep a browser from misusing the answer', async () => {
    const { headers } = await post({ query: '{ viewer }' });

    expect([
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
      headers.get('content-security-policy'),
    ]).toEqual([
      'nosniff',
      'same-origin',
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ]);
  });
});

describe('a request that is no GraphQL request', () => {
  const cannotParse = refused(400, 'BAD_REQUEST', 'The body is not valid JSON.');
  const notJson = refused(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'A body is read as JSON: send it as "content-type: application/json".',
  );
  const noQuery = refused(
    400,
    'BAD_REQUEST',
    'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
  );
  const noObject = refused(400, 'BAD_REQUEST', 'POST body missing, invalid Content-Type, or JSON object has no keys.');

  it.each([
    ['JSON cut short', { headers: json, body: '{"query": "{ viewer' }, cannotParse],
    [
      'JSON that reaches for a prototype',
      { headers: json, body: '{"__proto__": {}, "query": "{ viewer }"}' },
      cannotParse,
    ],
    ['a form', { body: new URLSearchParams({ query: '{ viewer }' }) }, notJson],
    ['plain text', { body: '{"query": "{ viewer }"}' }, notJson],
    ['plain text with a preflight', { headers: preflighted, body: '{"query": "{ viewer }"}' }, notJson],
    [
      'no body',
      { headers: json },
      refused(400, 'BAD_REQUEST', 'The body is empty. Send a JSON object with a "query".'),
    ],
    [
      'a body that is too long',
      { headers: json, body: JSON.stringify({ query: `{ viewer } #${'x'.repeat(2_000)}` }) },
      refused(413, 'PAYLOAD_TOO_LARGE', 'The body is longer than 2000 bytes. Send less at once.'),
    ],
    [
      'several operations in an array',
      { headers: json, body: '[{"query":"{ viewer }"},{"query":"{ viewer }"}]' },
      refused(400, 'BAD_REQUEST', 'Operation batching disabled.'),
    ],
    ['no query', { headers: json, body: '{"variables": {}}' }, noQuery],
    ['an object without keys', { headers: json, body: '{}' }, noObject],
    ['a number', { headers: json, body: '7' }, noObject],
    [
      'a query that is not text',
      { headers: json, body: '{"query": ["{ viewer }"]}' },
      refused(400, 'BAD_REQUEST', 'GraphQL queries must be strings.'),
    ],
    [
      'nothing it could read an answer in',
      { headers: { ...json, accept: 'text/html' }, body: '{"query": "{ viewer }"}' },
      refused(
        406,
        'NOT_ACCEPTABLE',
        'Answers are JSON: accept "application/graphql-response+json" or "application/json".',
      ),
    ],
  ])('is refused in GraphQL when it sends %s', async (_case, init, expected) => {
    expect(await seen(await fetch(url, { method: 'POST', ...init }))).toEqual(expected);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('is refused in GraphQL when it comes by %s', async (method) => {
    const response = await fetch(url, { method });

    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await seen(response)).toEqual(
      refused(405, 'METHOD_NOT_ALLOWED', 'Send queries by GET or POST, and mutations by POST.'),
    );
  });

  it('is refused when a page of another site could have sent it', async () => {
    const response = await fetch(`${url}?query={viewer}`);

    expect(await seen(response)).toEqual(
      refused(400, 'BAD_REQUEST', expect.stringContaining('blocked as a potential Cross-Site Request Forgery')),
    );
  });

  it('is refused when it changes something by GET', async () => {
    const response = await fetch(`${url}?query=mutation{greet(name:"Bolat")}`, { headers: preflighted });

    expect(response.headers.get('allow')).toBe('POST');
    expect(await seen(response)).toEqual(
      refused(405, 'BAD_REQUEST', 'GET requests only support query operations, not mutation operations'),
    );
    expect(greetings).toEqual([]);
  });

  it('changes nothing when its sender could not read the answer', async () => {
    await post({ query: 'mutation { greet(name: "Bolat") }' }, { accept: 'text/csv' });

    expect(greetings).toEqual([]);
  });
});

describe('an operation that cannot be run', () => {
  const tooManyAliases = `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: viewer`).join(' ')} }`;

  it.each([
    ['cannot be parsed', '{', 'GRAPHQL_PARSE_FAILED'],
    ['does not fit the schema', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['lacks a variable', 'query ($to: ID!) { greeting(to: $to) }', 'BAD_USER_INPUT'],
    ['asks for too much', tooManyAliases, 'TOO_MANY_ALIASES'],
  ])(
    'because it %s has its status in the body for application/json, and in the head for its own type',
    async (_case, query, code) => {
      const inJson = await seen(await post({ query }, { accept: 'application/json' }));
      const inGraphqlJson = await seen(await post({ query }, { accept: 'application/graphql-response+json' }));

      expect(inJson).toEqual({
        status: 200,
        type: asJson,
        body: { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })] },
      });
      expect([inGraphqlJson.status, inGraphqlJson.type]).toEqual([400, asGraphqlJson]);
      expect(inGraphqlJson.body).toEqual(inJson.body);
    },
  );
});

describe('a request whose sender cannot be told', () => {
  it('is refused with the status and headers of the refusal', async () => {
    const response = await post({ query: '{ viewer }' }, { authorization: 'Bearer expired' });

    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await seen(response)).toEqual(refused(401, 'UNAUTHENTICATED', 'Sign in again.'));
  });

  it.each(['Bearer broken', 'Bearer unnamed'])('says nothing of a fault (%s)', async (authorization) => {
    const response = await post({ query: '{ viewer }' }, { authorization });

    expect(await seen(response)).toEqual(refused(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong.'));
  });
});

describe('a page of another origin', () => {
  it('may ask and read when its origin is allowed', async () => {
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: partnerOrigin, 'access-control-request-method': 'POST' },
    });
    const response = await post({ query: '{ viewer }' }, { origin: partnerOrigin });

    expect([preflight.status, Object.fromEntries(preflight.headers)]).toEqual([
      204,
      expect.objectContaining({
        vary: 'origin',
        'access-control-allow-origin': partnerOrigin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers':
          'accept-language, apollo-require-preflight, authorization, content-type, x-api-key, x-apollo-operation-name',
      }),
    ]);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, partnerOrigin]);
  });

  it('may read nothing when its origin is not allowed', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };

    const preflight = await fetch(url, { method: 'OPTIONS', headers });
    const response = await post({ query: '{ viewer }' }, headers);

    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    expect(response.headers.get('access-control-allow-origin')).toBe(null);
  });
});

describe('an answer in parts', () => {
  it('is sent part by part', async () => {
    class InParts extends ApolloServer {
      override async executeHTTPGraphQLRequest(): Promise<HTTPGraphQLResponse> {
        async function* parts() {
          yield '---first';
          yield '---second---';
        }
        return {
          headers: new HeaderMap([['content-type', 'multipart/mixed; boundary="-"']]),
          body: { kind: 'chunked', asyncIterator: parts() },
        };
      }
    }
    const portal = fastify();
    registerGraphqlRoute(portal, {
      server: new InParts({ typeDefs: 'type Query { viewer: String }' }),
      contextOf: async () => ({}),
      maxBodyBytes: 2_000,
      maskFault: () => ({ message: 'Something went wrong.' }),
    });

    const response = await portal.inject({ method: 'POST', url: '/graphql', payload: { query: '{ viewer }' } });
    await portal.close();

    expect([response.statusCode, response.headers['content-type'], response.body]).toEqual([
      200,
      'multipart/mixed; boundary="-"',
      '---first---second---',
    ]);
  });
});

describe('a portal without allowed origins', () => {
  it('sends no header about them', async () => {
    const closed = fastify();
    registerGraphqlRoute(closed, {
      server,
      contextOf: async () => ({ name: 'nobody' }),
      maxBodyBytes: 2_000,
      maskFault: () => ({ message: 'Something went wrong.' }),
    });

    const { headers } = await closed.inject({
      method: 'POST',
      url: '/graphql',
      headers: { origin: partnerOrigin },
      payload: { query: '{ viewer }' },
    });
    await closed.close();

    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
