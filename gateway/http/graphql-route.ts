import { Readable } from 'node:stream';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { errorMediaTypeFor, graphqlPartOf } from './accept.ts';
import { type BodyLimits, limitBodies, longestOf } from './body-limit.ts';
import { allowOrigins } from './cors.ts';
import { methodNotAllowed, notAcceptable, type RequestRefusal, requestRefusal } from './request-refusal.ts';

export interface GraphqlRouteOptions<C extends BaseContext> extends BodyLimits {
  /** Started before the first request. */
  server: ApolloServer<C>;
  /** Who is asking. Throws a `GraphQLError` with a code for what the client can act on; anything else is a fault. */
  contextOf(request: FastifyRequest): Promise<C>;
  /** What the client is told of a fault outside any operation. */
  maskFault(error: unknown): GraphQLFormattedError;
  /** Origins whose pages may use the portal from a browser; without it, only the portal's own. */
  allowedOrigins?: readonly string[];
}

/**
 * Answers GraphQL over HTTP at `/graphql`: queries by GET and POST, mutations by POST.
 *
 * Every answer, also to what is no GraphQL request at all, is a GraphQL answer in JSON. Follows the GraphQL over HTTP
 * draft: a client that accepts `application/graphql-response+json` sees from the status whether its operation ran, one
 * that only knows `application/json` is answered 200 for every well-formed request.
 */
export function registerGraphqlRoute<C extends BaseContext>(
  app: FastifyInstance,
  options: GraphqlRouteOptions<C>,
): void {
  const { server, contextOf, maskFault, allowedOrigins } = options;
  const maxBodyBytes = longestOf(options);

  app.register(async (scope) => {
    // JSON alone: it is what a page of another site cannot send without asking first.
    scope.removeContentTypeParser('text/plain');
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    if (allowedOrigins) allowOrigins(scope, allowedOrigins);
    scope.setErrorHandler((thrown, request, reply) =>
      refuse(request, reply, requestRefusal(thrown, maskFault, maxBodyBytes)),
    );

    scope.route({
      method: ['GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/graphql',
      exposeHeadRoute: false,
      bodyLimit: maxBodyBytes,
      preParsing: limitBodies(options),
      async onRequest(request, reply) {
        if (request.method !== 'GET' && request.method !== 'POST') return refuse(request, reply, methodNotAllowed);
      },
      async handler(request, reply) {
        const accept = graphqlPartOf(request.headers.accept);
        if (accept === null) return refuse(request, reply, notAcceptable);

        const contextValue = await contextOf(request);
        const answer = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: request.method,
            headers: headersOf(request).set('accept', accept),
            search: new URL(request.url, 'http://portal').search,
            body: request.body,
          },
          context: async () => contextValue,
        });

        for (const [name, value] of answer.headers) if (name !== 'cache-control') reply.header(name, value);
        reply.code(statusOf(answer));
        return answer.body.kind === 'complete' ? answer.body.string : Readable.from(answer.body.asyncIterator);
      },
    });
  });
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, error }: RequestRefusal,
): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'content-type': errorMediaTypeFor(request.headers.accept) })
    .send(JSON.stringify({ errors: [error] }));
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

const Errors = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })) });

/**
 * The status of an answer. A 400 to a client of `application/json` stays one only where the request was no GraphQL
 * request: through such a client's eyes any other status than 200 comes from something between it and the portal.
 */
function statusOf({ status = 200, headers, body }: HTTPGraphQLResponse): number {
  if (status !== 400 || body.kind !== 'complete') return status;
  if (!headers.get('content-type')?.startsWith('application/json')) return status;
  const answer = Errors.safeParse(JSON.parse(body.string));
  const isMalformed = answer.data?.errors.some(({ extensions }) => extensions.code === 'BAD_REQUEST');
  return isMalformed === false ? 200 : status;
}
