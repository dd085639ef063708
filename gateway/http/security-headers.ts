import type { FastifyInstance } from 'fastify';

/**
 * Sends on every answer what keeps a browser from guessing its type, telling other sites about it, framing it, or
 * running anything in it. A page that runs scripts sets a `content-security-policy` of its own.
 */
export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });
}
