import { z } from 'zod';
import type { IdentityDoor } from '../../shared/access/identity-door.ts';
import { bodyText, type GuardedRoutes } from '../../shared/http/service-app.ts';
import { sendWebResponse, webRequestOf } from '../../shared/http/web-request.ts';

const Question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), token: z.string() }),
  z.object({ kind: z.literal('api-key'), key: z.string() }),
]);

/** What the gateway asks of identity over HTTP: `/auth/*` for clients, and whom a credential stands for. */
export function identityRoutes(door: IdentityDoor): GuardedRoutes {
  return (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: '/auth/*',
      handler: async (request, reply) => sendWebResponse(reply, await door.handle(webRequestOf(request, {}))),
    });
    app.post('/identity/viewer', async (request) => {
      const credential = Question.parse(JSON.parse(bodyText(request)));
      return { viewer: await door.viewerOf(credential) };
    });
  };
}
