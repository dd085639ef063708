import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { ANONYMOUS } from '../../services/shared/access/access.rules.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { newId } from '../../services/shared/ids.ts';
import type { Logger } from '../../services/shared/logger.ts';
import { preferredLocale } from '../graphql/preferred-locale.rules.ts';
import { outOfReach, type Transport } from '../transport/transport.ts';
import { archiveFiles, zipped } from './archive.ts';
import { say } from './messages.ts';
import { sayOutOfReach, serviceOutOfReach } from './out-of-reach.ts';
import { personalRecords } from './personal-records.ts';

export interface DataExportOptions {
  /** Names of the services that keep something about people. */
  readonly services: readonly string[];
  readonly transport: Transport;
  /** What a client is told of a fault. */
  readonly maskFault: (fault: unknown) => GraphQLFormattedError;
  readonly log: Logger;
}

type Refusal = 'NOT_FOUND' | 'EXPIRED';

const ACCOUNTS = 'accounts';
const GATHERING_MS = 20_000;
const OPEN = 'mutation ($id: ID!, $token: String!) { openDataExport(id: $id, token: $token) { personId hasExpired } }';

const Opening = z.object({ openDataExport: z.object({ personId: z.string().nullable(), hasExpired: z.boolean() }) });
const Link = z.object({ params: z.object({ id: z.string() }), query: z.object({ token: z.string() }) });

/**
 * Answers `/files/data-exports/<id>?token=…` with all that the portal keeps about the person whose export it is.
 *
 * Everything is gathered before the first byte is sent: a service that is out of reach is answered 503, and no archive
 * is half of one. 404 for a wrong link, 410 for one that has run out.
 */
export function registerDataExportRoute(app: FastifyInstance, options: DataExportOptions): void {
  const { services, transport, maskFault, log } = options;
  app.register(async (scope) => {
    scope.setErrorHandler((fault, _request, reply) => reply.code(500).send({ errors: [maskFault(fault)] }));
    scope.route({
      method: 'GET',
      url: '/files/data-exports/:id',
      // Looking whether it is there would count as a download.
      exposeHeadRoute: false,
      async handler(request, reply) {
        reply.header('cache-control', 'no-store');
        const locale = preferredLocale(request.headers['accept-language']);
        const common = { locale, correlationId: newId('request'), deadlineAt: Date.now() + GATHERING_MS };
        const link = Link.safeParse(request);
        try {
          const personId = link.success
            ? await open(link.data.params.id, link.data.query.token, transport, { ...common, viewer: ANONYMOUS })
            : { refusal: 'NOT_FOUND' as const };
          if (typeof personId !== 'string') return refuse(reply, personId.refusal, locale);
          const records = await personalRecords(personId, services, transport, common);
          if (!records) return refuse(reply, 'NOT_FOUND', locale);

          const now = new Date();
          return reply
            .header('content-type', 'application/zip')
            .header('content-disposition', `attachment; filename="erikti-${now.toISOString().slice(0, 10)}.zip"`)
            .send(Readable.from(zipped(archiveFiles(personId, records, now), now)));
        } catch (error) {
          const service = serviceOutOfReach(error);
          if (service === null) throw error;
          log.warn({ correlationId: common.correlationId, subgraph: service, err: error }, 'data export');
          return sayOutOfReach(reply, service, locale);
        }
      },
    });
  });
}

/** Whose export it is, as accounts says. */
async function open(
  id: string,
  token: string,
  transport: Transport,
  scope: RequestScope,
): Promise<string | { refusal: Refusal }> {
  const { data, errors } = await transport.send(ACCOUNTS, { query: OPEN, variables: { id, token }, scope });
  const opening = Opening.safeParse(data).data?.openDataExport;
  if (opening) return opening.personId ?? { refusal: opening.hasExpired ? 'EXPIRED' : 'NOT_FOUND' };
  // A link that cannot be one, such as one with a NUL in it, is a wrong one.
  if (errors?.[0]?.extensions?.code === 'BAD_USER_INPUT') return { refusal: 'NOT_FOUND' };
  throw outOfReach(ACCOUNTS, new Error(errors?.[0]?.message ?? 'no answer'));
}

function refuse(reply: FastifyReply, code: Refusal, locale: string): FastifyReply {
  return reply
    .code(code === 'EXPIRED' ? 410 : 404)
    .send({ errors: [{ message: say(code, locale), extensions: { code } }] });
}
