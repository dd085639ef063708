import { Readable } from 'node:stream';
import { ApolloServer } from '@apollo/server';
import fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerGraphqlRoute } from '../../gateway/http/graphql-route.ts';

const server = new ApolloServer({
  typeDefs: 'type Query { length(of: String!): Int }',
  resolvers: { Query: { length: (_root, { of }: { of: string }) => of.length } },
});

let app: FastifyInstance;
let url: string;
let asked = 0;
beforeAll(async () => {
  await server.start();
  app = fastify();
  registerGraphqlRoute(app, {
    server,
    contextOf: async () => ({}),
    maxBodyBytes: 2_000,
    bulk: {
      maxBodyBytes: 8_000,
      async isAllowed({ headers }) {
        asked += 1;
        if (headers.authorization === 'Bearer expired') {
          throw new GraphQLError('Sign in again.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
        }
        return headers.authorization === 'Bearer desk';
      },
    },
    maskFault: () => ({ message: 'Something went wrong.' }),
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

/** Sends a text of a length; in pieces that do not say how long they are together, where asked to. */
async function send(length: number, token: string, { inPieces = false } = {}): Promise<string> {
  const body = JSON.stringify({
    query: 'query ($of: String!) { length(of: $of) }',
    variables: { of: 'x'.repeat(length) },
  });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(inPieces
      ? { body: Readable.toWeb(Readable.from([body.slice(0, 100), body.slice(100)])), duplex: 'half' }
      : { body }),
  } as RequestInit);
  const { data, errors } = (await response.json()) as {
    data?: { length: number };
    errors?: { message: string; extensions: { code: string } }[];
  };
  return errors?.[0] ? `${response.status} ${errors[0].extensions.code}: ${errors[0].message}` : `${data?.length}`;
}

const tooLong = (limit: number) => `413 PAYLOAD_TOO_LARGE: The body is longer than ${limit} bytes. Send less at once.`;

it.each<[string, number, string, string]>([
  ['takes a short body from anybody', 1_000, 'nobody', '1000'],
  ['takes no long one from anybody', 3_000, 'nobody', tooLong(2_000)],
  ['takes a long one from those who send in bulk', 7_000, 'desk', '7000'],
  ['takes no longer one from them', 9_000, 'desk', tooLong(8_000)],
  ['tells whose token has run out', 3_000, 'expired', '401 UNAUTHENTICATED: Sign in again.'],
])('%s', async (_case, length, token, answer) => {
  expect(await send(length, token)).toBe(answer);
  expect(await send(length, token, { inPieces: true })).toBe(answer);
});

it('asks nobody who they are for a short body', async () => {
  const before = asked;

  await send(1_000, 'expired');

  expect(asked).toBe(before);
});
