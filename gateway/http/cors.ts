import type { FastifyInstance } from 'fastify';

/** Headers that a page of another origin may send: what the portal reads, and what proves a preflight was made. */
const allowedHeaders = [
  'accept-language',
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'x-api-key',
  'x-apollo-operation-name',
];

/**
 * Lets pages of these origins, and no others, read the answers of a scope's routes.
 *
 * Cookies stay out of it: such pages send a token or a key of their own. Answers preflight requests itself, as far as
 * the scope has a route for `OPTIONS`.
 */
export function allowOrigins(scope: FastifyInstance, origins: readonly string[]): void {
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;

    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'graphql-cost' });
    if (request.method !== 'OPTIONS') return;
    return reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': allowedHeaders.join(', '),
        'access-control-max-age': '7200',
      })
      .send();
  });
}
