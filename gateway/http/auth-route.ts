import type { FastifyInstance } from 'fastify';
import type { IdentityDoor } from '../../services/shared/access/identity-door.ts';
import { CLIENT_ADDRESS_HEADER } from '../../services/shared/http/gateway-headers.ts';
import { sendWebResponse, webRequestOf } from '../../services/shared/http/web-request.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Passes everything below `/auth` to the service that knows people: sign-up, sign-in, sessions. */
export function registerAuthRoute(app: FastifyInstance, door: IdentityDoor): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST'],
      url: '/auth/*',
      bodyLimit: MAX_BODY_BYTES,
      handler: async (request, reply) => {
        const response = await door.handle(webRequestOf(request, { [CLIENT_ADDRESS_HEADER]: request.ip }));
        return sendWebResponse(reply.header('cache-control', 'no-store'), response);
      },
    });
  });
}
