import { z } from 'zod';
import { bodyText, type GuardedRoutes } from '../../shared/http/service-app.ts';
import { sendWebResponse, webRequestOf } from '../../shared/http/web-request.ts';
import type { Identity } from './identity.ts';

const Question = z.object({ token: z.string() });

/** What the gateway asks of identity over HTTP: `/auth/*` for clients, and whom a token stands for. */
export function identityRoutes(identity: Identity): GuardedRoutes {
  return (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: '/auth/*',
      handler: async (request, reply) => sendWebResponse(reply, await identity.handle(webRequestOf(request, {}))),
    });
    app.post('/identity/person', async (request) => {
      const { token } = Question.parse(JSON.parse(bodyText(request)));
      return { personId: await identity.personOf(token) };
    });
  };
}
