import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { CryptoKey } from 'jose';
import { z } from 'zod';
import { ScopeVerifier } from '../execution/gateway-token.ts';
import type { RequestScope } from '../execution/subgraph-request.ts';
import { FILE_HEADER, FILES_PATH, FileQuestion, tell } from '../files/file-wire.ts';
import type { Logger } from '../logger.ts';
import type { RunningService } from '../service.ts';
import { GATEWAY_TOKEN_HEADER } from './gateway-headers.ts';
import { registerHealthRoutes } from './health-routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gateway said of the request, checked before any handler below the guard runs. */
    scope: RequestScope;
  }
}

/** The longest body the gateway takes, and room for how it words an operation. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

const Operation = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** Adds routes behind the guard. The body of a request reaches them as a buffer. */
export type GuardedRoutes = (app: FastifyInstance) => void;

/**
 * The HTTP face of a service in a process of its own: `/graphql` and files for the gateway alone, health for everyone.
 *
 * A request that the gateway did not sign for this very service and body is answered 401 and goes no further.
 */
export function serviceApp(options: {
  service: RunningService;
  /** Public halves of the gateway's keys. */
  verificationKeys: readonly CryptoKey[];
  log: Logger;
  moreRoutes?: GuardedRoutes;
}): FastifyInstance {
  const { service, verificationKeys, log, moreRoutes } = options;
  const verifier = new ScopeVerifier(service.name, verificationKeys);
  const app: FastifyInstance = fastify({ logger: false, bodyLimit: MAX_BODY_BYTES });
  app.setErrorHandler((err, _request, reply) => {
    log.error({ err }, 'request');
    return refuse(reply, 500, 'Something went wrong on our side.');
  });

  registerHealthRoutes(app, async () => ({ ready: await service.isReady() }));
  app.register(async (guarded) => {
    guarded.removeAllContentTypeParsers();
    guarded.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    guarded.decorateRequest('scope');
    guarded.addHook('preHandler', async (request, reply) => {
      const token = request.headers[GATEWAY_TOKEN_HEADER];
      const body = bodyText(request);
      const scope = typeof token === 'string' ? await verifier.verify(body, token) : null;
      if (!scope) return refuse(reply, 401, 'Only the gateway may ask.');
      request.scope = scope;
    });
    guarded.post('/graphql', async (request, reply) => {
      const operation = Operation.safeParse(JSON.parse(bodyText(request)));
      if (!operation.success) return refuse(reply, 400, 'Not a GraphQL operation.');
      const { query, operationName, variables } = operation.data;
      return service.execute({
        query,
        operationName: operationName ?? undefined,
        variables: variables ?? undefined,
        scope: request.scope,
      });
    });
    guarded.post(FILES_PATH, async (request, reply) => {
      const question = FileQuestion.safeParse(JSON.parse(bodyText(request)));
      if (!question.success) return refuse(reply, 400, 'Not a request for a file.');
      const answer = await service.openFile({ ...question.data, scope: request.scope });
      reply.header(FILE_HEADER, tell(answer)).type('application/octet-stream');
      return 'body' in answer ? reply.send(answer.body) : reply.send('');
    });
    moreRoutes?.(guarded);
  });
  return app;
}

/** The body as it was signed. */
export function bodyText({ body }: FastifyRequest): string {
  return Buffer.isBuffer(body) ? body.toString() : '';
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message }] });
}
