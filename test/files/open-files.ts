import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import { ViewerReader } from '../../gateway/door/viewer-reader.ts';
import { registerFileRoute } from '../../gateway/files/file-route.ts';
import { httpTransport } from '../../gateway/transport/http.ts';
import { inProcessTransport } from '../../gateway/transport/in-process.ts';
import type { Transport } from '../../gateway/transport/transport.ts';
import { participant } from '../../services/shared/access/access.rules.ts';
import { connectionAs } from '../../services/shared/database/roles.ts';
import { makeGatewayKeys, readGatewayKey } from '../../services/shared/execution/gateway-token.ts';
import type { FileSources } from '../../services/shared/files/file.ts';
import { serviceApp } from '../../services/shared/http/service-app.ts';
import { journalEntities } from '../../services/shared/journal/journal.entities.ts';
import { defineService, type RunningService, type ServiceContext } from '../../services/shared/service.ts';
import { silentLog, TEST_SECRET } from '../support/constants.ts';
import { givenDatabase } from '../support/database.ts';
import type { TransportName } from '../support/portal.ts';

/** A gateway's files over a service that has some. */
export interface OpenFiles {
  readonly url: string;
  /** Makes the service stop answering. */
  silence(): Promise<void>;
  close(): Promise<void>;
}

/** A stream as a test sees it from its source. */
export interface Watched {
  /** Pieces that were asked of it so far. */
  readonly given: () => number;
  /** Settles when it is over, whichever way. */
  readonly over: Promise<unknown>;
}

/** A stream of pieces of 64 KiB, each after a while; without end when `pieces` is left out. */
export function slowStream(pieces = Infinity): Watched & { readonly body: Readable } {
  let given = 0;
  const body = new Readable({
    highWaterMark: 1,
    async read() {
      await pause(5);
      this.push(given < pieces ? Buffer.alloc(65_536, given++ % 256) : null);
    },
  });
  const over = new Promise((resolve) => body.once('close', resolve));
  return { body, given: () => given, over };
}

/** Serves these files as the service `forum`, to whoever is `Bearer <id of a person>`. */
export async function openFiles(transportName: TransportName, files: FileSources<ServiceContext>): Promise<OpenFiles> {
  const database = await givenDatabase();
  const service = await defineService<ServiceContext>({
    name: 'forum',
    entities: journalEntities,
    migrations: [],
    resolvers: [class {}],
    references: {},
    contextOf: (base) => base,
    handlers: {},
    files,
    async seedReference() {},
    async seedDemo() {},
  }).open({
    connection: connectionAs('forum', database.owner, TEST_SECRET),
    publicUrl: 'http://localhost',
    now: () => new Date(),
    log: silentLog,
  });
  const wires = transportName === 'http' ? await distributed(service) : together(service);
  const app = fastify({ logger: false });
  registerFileRoute(app, {
    services: ['forum', 'accounts'],
    transport: wires.transport,
    viewers: new ViewerReader({
      viewerOf: async (credential) =>
        credential.kind === 'token' && credential.token !== 'nobody' ? participant(credential.token) : null,
    }),
    maskFault: () => ({ message: 'Something went wrong on our side.' }),
    log: silentLog,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    silence: wires.silence,
    async close() {
      await app.close();
      await wires.close();
      await service.close();
      await database.drop();
    },
  };
}

interface Wires {
  readonly transport: Transport;
  silence(): Promise<void>;
  close(): Promise<void>;
}

function together(service: RunningService): Wires {
  let answering = [service];
  return {
    transport: {
      ...inProcessTransport([service]),
      openFile: (name, request) => inProcessTransport(answering).openFile(name, request),
    },
    async silence() {
      answering = [];
    },
    async close() {},
  };
}

async function distributed(service: RunningService): Promise<Wires> {
  const keys = await makeGatewayKeys();
  const app = serviceApp({
    service,
    verificationKeys: [await readGatewayKey(keys.verificationKey)],
    log: silentLog,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const transport = httpTransport(new Map([['forum', origin]]), await readGatewayKey(keys.signingKey));
  return {
    transport,
    silence: () => app.close(),
    async close() {
      await transport.close();
      await app.close();
    },
  };
}
