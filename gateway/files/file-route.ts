import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { ANONYMOUS } from '../../services/shared/access/access.rules.ts';
import type { FileAnswer, FileHead, FileRefusal } from '../../services/shared/files/file.ts';
import { newId } from '../../services/shared/ids.ts';
import type { Logger } from '../../services/shared/logger.ts';
import type { ViewerReader } from '../door/viewer-reader.ts';
import { preferredLocale } from '../graphql/preferred-locale.rules.ts';
import type { Transport } from '../transport/transport.ts';
import { contentDisposition } from './content-disposition.rules.ts';
import { isKnownAlready } from './known-already.rules.ts';
import { type filesMessages, say } from './messages.ts';
import { sayOutOfReach, serviceOutOfReach } from './out-of-reach.ts';

export interface FileRouteOptions {
  /** Names of the services that may have files. */
  readonly services: readonly string[];
  readonly transport: Transport;
  readonly viewers: ViewerReader;
  /** What a client is told of a fault. */
  readonly maskFault: (fault: unknown) => GraphQLFormattedError;
  readonly log: Logger;
}

const OPENING_MS = 20_000;
const URL_OF_FILES = '/files/:service/:kind/:id';

const Address = z.object({
  params: z.object({ service: z.string(), kind: z.string(), id: z.string() }),
  query: z.record(z.string(), z.string()),
});

/**
 * Answers `/files/<service>/<kind>/<id>` with a file of a service, to whoever the service gives it.
 *
 * The body goes through as it comes, at the client's pace; a client that goes away ends it at its source. One that has
 * this version already is told so, 304, without it. Refusals are JSON: 404, 401, 403, 410, and 503 for a service out of
 * reach.
 */
export function registerFileRoute(app: FastifyInstance, options: FileRouteOptions): void {
  const { services, transport, viewers, maskFault, log } = options;
  app.register(async (scope) => {
    scope.setErrorHandler((fault, _request, reply) => reply.code(500).send({ errors: [maskFault(fault)] }));
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    scope.get(URL_OF_FILES, { exposeHeadRoute: false }, async (request, reply) => {
      const locale = preferredLocale(request.headers['accept-language']);
      const address = Address.safeParse(request);
      if (!address.success || !services.includes(address.data.params.service))
        return refuse(reply, 'not-found', locale);
      const viewer = await viewers.viewerOf(request).catch(nobodyOf);
      if (viewer === null) return refuse(reply, 'unauthenticated', locale);

      const { service, kind, id } = address.data.params;
      const asked = { viewer, locale, correlationId: newId('request'), deadlineAt: Date.now() + OPENING_MS };
      try {
        const { query } = address.data;
        const answer = await transport.openFile(service, { kind, id, query, scope: asked });
        const known = request.headers['if-none-match'];
        const { correlationId } = asked;
        return send(reply, answer, { locale, isPublic: viewer === ANONYMOUS, correlationId, known });
      } catch (error) {
        if (serviceOutOfReach(error) === null) throw error;
        log.warn({ correlationId: asked.correlationId, subgraph: service, err: error }, 'file');
        return sayOutOfReach(reply, service, locale);
      }
    });
    // Looking whether a file is there would make it, or count as a download, without anybody having it.
    scope.head(URL_OF_FILES, async (request, reply) =>
      say405(reply, preferredLocale(request.headers['accept-language'])),
    );
  });
}

/** Null for a credential that stands for nobody; rejects with anything else that went wrong. */
function nobodyOf(error: unknown): null {
  if (error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED') return null;
  throw error;
}

interface Asked {
  readonly locale: string;
  /** Whether whoever asked said nothing of who they are. */
  readonly isPublic: boolean;
  readonly correlationId: string;
  /** The versions of the file that whoever asked has already. */
  readonly known: string | undefined;
}

function send(reply: FastifyReply, answer: FileAnswer, asked: Asked): FastifyReply {
  const { locale, isPublic, correlationId, known } = asked;
  if ('body' in answer) {
    const { head, body } = answer;
    if (!isKnownAlready(known, head.tag)) {
      return reply.headers({ ...headersOf(head), ...cachingOf(head, isPublic) }).send(body);
    }
    // Small enough to be read to its end, which leaves the way to the service open; nobody misses what does not come.
    body.on('error', () => {}).resume();
    return reply.code(304).headers(cachingOf(head, isPublic)).send();
  }
  if (answer.refusal !== 'fault') return refuse(reply, answer.refusal, locale);
  const message = 'Something went wrong on our side.';
  return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId } }] });
}

function headersOf({ contentType, filename, length }: FileHead): Record<string, string> {
  return {
    'content-type': contentType,
    'content-disposition': contentDisposition(filename),
    ...(length !== null && { 'content-length': String(length) }),
  };
}

/** What tells a client how long to keep a file, and by what to ask for a newer one. */
function cachingOf({ lastModified, cacheSeconds, tag }: FileHead, isPublic: boolean): Record<string, string> {
  return {
    ...(lastModified !== null && { 'last-modified': lastModified }),
    ...(tag !== null && { etag: tag }),
    ...(cacheSeconds !== null && {
      'cache-control': `${isPublic ? 'public' : 'private'}, max-age=${cacheSeconds}`,
      vary: 'accept-language, authorization, x-api-key',
    }),
  };
}

const refusals: Record<FileRefusal, { status: number; code: string; phrase: keyof typeof filesMessages }> = {
  'not-found': { status: 404, code: 'NOT_FOUND', phrase: 'NOT_FOUND' },
  unauthenticated: { status: 401, code: 'UNAUTHENTICATED', phrase: 'UNAUTHENTICATED' },
  forbidden: { status: 403, code: 'FORBIDDEN', phrase: 'FORBIDDEN' },
  expired: { status: 410, code: 'EXPIRED', phrase: 'NO_LONGER_VALID' },
};

function refuse(reply: FastifyReply, refusal: FileRefusal, locale: string): FastifyReply {
  const { status, code, phrase } = refusals[refusal];
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send({ errors: [{ message: say(phrase, locale), extensions: { code } }] });
}

function say405(reply: FastifyReply, locale: string): FastifyReply {
  const code = 'METHOD_NOT_ALLOWED';
  return reply
    .code(405)
    .header('allow', 'GET')
    .send({ errors: [{ message: say(code, locale), extensions: { code } }] });
}
