import type { FastifyInstance } from 'fastify';
import { httpDoor } from '../../gateway/door/http-door.ts';
import { openGateway } from '../../gateway/open-gateway.ts';
import { httpTransport } from '../../gateway/transport/http.ts';
import { inProcessTransport } from '../../gateway/transport/in-process.ts';
import type { Transport } from '../../gateway/transport/transport.ts';
import { identityRoutes } from '../../services/accounts/identity/identity-routes.ts';
import { type OpenServices, openServices } from '../../services/open-services.ts';
import { services } from '../../services/services.ts';
import type { IdentityDoor } from '../../services/shared/access/identity-door.ts';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { makeGatewayKeys, readGatewayKey } from '../../services/shared/execution/gateway-token.ts';
import { serviceApp } from '../../services/shared/http/service-app.ts';
import type { Logger } from '../../services/shared/logger.ts';
import type { MailDelivery } from '../../services/shared/outside.settings.ts';
import { silentLog, TEST_PASSWORD, TEST_SECRET } from './constants.ts';
import { givenDatabase } from './database.ts';
import { givenPeople, type TestPerson } from './people.ts';

/** The two ways to run the portal; journeys run over both. */
export const transports = ['in-process', 'http'] as const;
export type TransportName = (typeof transports)[number];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  readonly data: any;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface Portal {
  readonly url: string;
  readonly owner: DatabaseConnection;
  readonly opened: OpenServices;
  /** Sends an operation as nobody in particular. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Someone who is signed in. */
  as(token: string): { ask(query: string, variables?: object): Promise<Answer> };
  /** Signs in over HTTP and returns the token. */
  signIn(email: string, password?: string): Promise<string>;
  /** People with accounts and sessions, made straight in the database: their IDs and tokens. */
  givenPeople(count: number): Promise<TestPerson[]>;
  /** Makes a service stop answering. */
  silence(service: string): Promise<void>;
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly demo?: boolean;
  readonly rateLimits?: boolean;
  readonly introspection?: boolean;
  readonly operationMs?: number;
  /** How mails leave; otherwise they wait. */
  readonly mail?: MailDelivery;
  readonly log?: Logger;
  /** What services take for the present; the true one when absent. People's sessions go by the true one. */
  readonly now?: () => Date;
  /** Whether webhooks are sent to this machine, too. */
  readonly privateAddresses?: boolean;
}

/** Opens the whole portal on a copy of the template, on a port of its own. */
export async function openPortal(transportName: TransportName, options: PortalOptions = {}): Promise<Portal> {
  const { demo = true, rateLimits = false, introspection = true, operationMs, mail, log = silentLog } = options;
  const { now = () => new Date(), privateAddresses } = options;
  const database = await givenDatabase();
  const opened = await openServices({
    services,
    owner: database.owner,
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    rateLimits,
    privateAddresses,
    demoPassword: demo ? TEST_PASSWORD : null,
    mail: mail ?? null,
    now,
    log,
  });
  const wires = transportName === 'http' ? await distributed(opened, log) : together(opened);
  const gateway = await openGateway({
    services: services.map(({ name }) => name),
    transport: wires.transport,
    door: wires.door,
    introspection,
    demo: null,
    operationMs,
    log,
  });
  const port = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${port}`;

  const ask: Portal['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Pick<Answer, 'data'> & { errors?: Answer['errors'] };
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  };

  return {
    url,
    owner: database.owner,
    opened,
    ask,
    as: (token) => ({ ask: (query, variables) => ask(query, variables, { authorization: `Bearer ${token}` }) }),
    async signIn(email, password = TEST_PASSWORD) {
      const response = await fetch(`${url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      const { token, message } = (await response.json()) as { token?: string; message?: string };
      if (typeof token !== 'string') throw new Error(`sign-in answered ${response.status}: ${message}`);
      return token;
    },
    givenPeople: (count) => givenPeople(database.owner, count),
    silence: wires.silence,
    async close() {
      await gateway.close();
      await wires.close();
      await opened.close();
      await database.drop();
    },
  };
}

interface Wires {
  readonly transport: Transport;
  readonly door: IdentityDoor;
  silence(service: string): Promise<void>;
  close(): Promise<void>;
}

function together({ running, door }: OpenServices): Wires {
  if (!door) throw new Error('accounts is among the services');
  const answering = new Set(running);
  return {
    transport: {
      ...inProcessTransport(running),
      // As many services as still answer, asked for at each request.
      send: (name, request) => inProcessTransport([...answering]).send(name, request),
      openFile: (name, request) => inProcessTransport([...answering]).openFile(name, request),
    },
    door,
    async silence(name) {
      for (const service of answering) if (service.name === name) answering.delete(service);
    },
    async close() {},
  };
}

async function distributed({ running, door }: OpenServices, log: Logger): Promise<Wires> {
  const keys = await makeGatewayKeys();
  const verificationKeys = [await readGatewayKey(keys.verificationKey)];
  const signingKey = await readGatewayKey(keys.signingKey);
  const apps = new Map<string, FastifyInstance>();
  const origins = new Map<string, string>();
  for (const service of running) {
    const moreRoutes = service.name === 'accounts' && door ? identityRoutes(door) : undefined;
    const app = serviceApp({ service, verificationKeys, log, moreRoutes });
    origins.set(service.name, await app.listen({ host: '127.0.0.1', port: 0 }));
    apps.set(service.name, app);
  }
  const transport = httpTransport(origins, signingKey);
  return {
    transport,
    door: httpDoor(origins.get('accounts') ?? '', signingKey),
    async silence(name) {
      await apps.get(name)?.close();
    },
    async close() {
      await transport.close();
      await Promise.all([...apps.values()].map((app) => app.close()));
    },
  };
}
