import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Role } from '../services/shared/access/access.rules.ts';
import type { IdentityDoor } from '../services/shared/access/identity-door.ts';
import { registerHealthRoutes } from '../services/shared/http/health-routes.ts';
import { newId } from '../services/shared/ids.ts';
import type { Logger } from '../services/shared/logger.ts';
import { registerDevMail } from './dev-mail/dev-mail.ts';
import { ViewerReader } from './door/viewer-reader.ts';
import { type GatewayContext, openEngine } from './engine/engine.ts';
import { registerDataExportRoute } from './files/data-export-route.ts';
import { registerFileRoute } from './files/file-route.ts';
import { loadExamples } from './graphiql/examples.ts';
import { registerGraphiql } from './graphiql/graphiql.ts';
import type { PageContent } from './graphiql/page.ts';
import { graphqlServer } from './graphql/graphql-server.ts';
import { maskGatewayFault } from './graphql/mask-faults.plugin.ts';
import { preferredLocale } from './graphql/preferred-locale.rules.ts';
import { registerAuthRoute } from './http/auth-route.ts';
import { registerGraphqlRoute } from './http/graphql-route.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { NODE_SUBGRAPH, nodeOwners } from './node/node-owners.ts';
import { nodeService } from './node/node-service.ts';
import { readSchemaFiles } from './schema-files.ts';
import type { Transport } from './transport/transport.ts';

const MAX_BODY_BYTES = 1024 * 1024;
/** Five thousand scans have some 2.7 million bytes, and come from those who work at a door. */
const MAX_BULK_BODY_BYTES = 4 * 1024 * 1024;
const SEND_IN_BULK: readonly Role[] = ['REGISTRATION_DESK', 'ADMINISTRATOR'];
const OPERATION_MS = 10_000;

export interface GatewayOptions {
  /** Names of the subgraphs behind the transport. */
  readonly services: readonly string[];
  readonly transport: Transport;
  /** Accounts, for `/auth` and for who is asking. */
  readonly door: IdentityDoor;
  readonly introspection: boolean;
  /** Proxies in front, whose word on a client's address is taken; nobody's when null or absent. */
  readonly trustProxy?: string | null;
  /** Demo people for the page at `/`; null for a portal without a demonstration. */
  readonly demo: PageContent['demo'];
  /** Where a demonstration keeps its mails, to be read at `/dev/mail` on this machine; no such page when null or absent. */
  readonly mailFolder?: string | null;
  /** How long a client's operation may take, all its fetches together; 10 s when absent. */
  readonly operationMs?: number;
  readonly log: Logger;
}

export interface Gateway {
  /** Binds the port (0 for any) and returns the one bound. Rejects when it is taken. */
  listen(address: { host: string; port: number }): Promise<number>;
  /** Stops taking requests, lets those under way finish. The transport stays the caller's to close. */
  close(): Promise<void>;
}

/** Puts the gateway together: who asks, limits, plan, fetches, masked faults, and the pages around it. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { services, transport, door, introspection, demo, operationMs = OPERATION_MS, log } = options;
  const schema = await readSchemaFiles(services);
  const node = nodeService({ sdl: schema.nodeSdl, owners: nodeOwners(schema.serviceSdls), transport, log });
  const engine = openEngine({
    supergraphSdl: schema.supergraphSdl,
    fetch: (subgraph, request) =>
      subgraph === NODE_SUBGRAPH ? node.execute(request) : transport.send(subgraph, request),
    log,
  });
  const server = graphqlServer({ engine, introspection, log });
  await server.start();

  const maskFault = (fault: unknown) =>
    maskGatewayFault({ message: fault instanceof Error ? fault.message : String(fault) }, newId('request'), log);
  const app: FastifyInstance = fastify({ logger: false, trustProxy: options.trustProxy ?? false });
  const viewers = new ViewerReader(door);
  registerSecurityHeaders(app);
  registerHealthRoutes(app, () => readinessOf(transport));
  registerAuthRoute(app, door);
  registerGraphqlRoute(app, {
    server,
    contextOf: (request) => contextOf(request, viewers, operationMs),
    maxBodyBytes: MAX_BODY_BYTES,
    bulk: {
      maxBodyBytes: MAX_BULK_BODY_BYTES,
      async isAllowed(request) {
        const { grants } = await viewers.viewerOf(request);
        return grants.some(({ role }) => SEND_IN_BULK.includes(role));
      },
    },
    maskFault,
  });
  registerDataExportRoute(app, { services, transport, maskFault, log });
  registerFileRoute(app, { services, transport, viewers, maskFault, log });
  if (options.mailFolder) registerDevMail(app, options.mailFolder);
  registerGraphiql(app, { examples: await loadExamples(schema.operations), demo, introspection });

  return {
    async listen(address) {
      await app.listen(address);
      return (app.server.address() as AddressInfo).port;
    },
    async close() {
      await app.close();
      await server.stop();
    },
  };
}

async function contextOf(request: FastifyRequest, viewers: ViewerReader, operationMs: number): Promise<GatewayContext> {
  const viewer = await viewers.viewerOf(request);
  return {
    scope: {
      viewer,
      locale: preferredLocale(request.headers['accept-language']),
      correlationId: newId('request'),
      deadlineAt: Date.now() + operationMs,
    },
  };
}

/** A gateway with some subgraphs missing still answers the rest, so it is ready while any of them answers. */
async function readinessOf(transport: Transport): Promise<{ ready: boolean; subgraphs: Record<string, boolean> }> {
  const subgraphs = await transport.readiness();
  return { ready: Object.values(subgraphs).includes(true), subgraphs };
}
