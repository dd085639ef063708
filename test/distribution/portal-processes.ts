import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { services } from '../../services/services.ts';
import type { DatabaseConnection } from '../../services/shared/database/connection.ts';
import { makeGatewayKeys } from '../../services/shared/execution/gateway-token.ts';
import { TEST_ENCRYPTION_KEYS, TEST_PASSWORD, TEST_SECRET } from '../support/constants.ts';
import type { TestDatabase } from '../support/database.ts';
import { composeService } from './compose-file.ts';
import { endPrograms, Program } from './program.ts';

/** The portal as docker-compose.yml runs it, but for the containers: each command in a process of this machine. */
export interface PortalProcesses {
  /** Of the gateway. */
  readonly url: string;
  /** Of each service. */
  readonly origins: ReadonlyMap<string, string>;
  readonly signingKey: string;
  /** Sends a statement to the database, as its owner. */
  query(sql: string): Promise<void>;
  /** By name, as they run now. */
  readonly programs: ReadonlyMap<string, Program>;
  /** Starts a service that has ended, where it was before. */
  restart(service: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts all services at once on an empty database, as a deployment does the first time, and then the gateway. */
export async function startPortalProcesses(): Promise<PortalProcesses> {
  const database = await givenEmptyDatabase();
  const keys = await makeGatewayKeys();
  const programs = new Map<string, Program>();

  function start(name: string, environment: Record<string, string>): Promise<string> {
    const program = startAsComposed(name, environment);
    programs.set(name, program);
    return program.ready;
  }
  const startService = (name: string, port: string) =>
    start(name, {
      PORT: port,
      DATABASE_URL: urlOf(database.owner),
      SECRET: TEST_SECRET,
      GATEWAY_VERIFICATION_KEY: keys.verificationKey,
      ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS,
      DEMO: '1',
      DEMO_PASSWORD: TEST_PASSWORD,
    });
  async function close(): Promise<void> {
    await endPrograms();
    await database.drop();
  }

  try {
    const origins = new Map(
      await Promise.all(services.map(async ({ name }) => [name, await startService(name, '0')] as const)),
    );
    const urls = [...origins].map(([name, origin]) => [`${name.toUpperCase()}_URL`, origin]);
    const url = await start('gateway', {
      PORT: '0',
      GATEWAY_SIGNING_KEY: keys.signingKey,
      ...Object.fromEntries(urls),
    });
    return {
      url,
      origins,
      signingKey: keys.signingKey,
      query: (sql) => query(database.owner, sql),
      programs,
      async restart(service) {
        await startService(service, new URL(origins.get(service) ?? '').port);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs the command of a container, with these settings and no others. */
export function startAsComposed(name: string, environment: Record<string, string>): Program {
  const [, ...parameters] = composeService(name).command;
  return new Program(parameters, environment);
}

/** Runs the health check of a container on a process that listens there, and returns its exit code. */
export async function checkHealth(name: string, origin: string): Promise<number | null> {
  const [, , ...parameters] = composeService(name).healthcheck.test;
  const { code } = await new Program(parameters, { PORT: new URL(origin).port }).ended;
  return code;
}

async function givenEmptyDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await query(cluster, `create database ${database}`);
  return {
    owner: { ...cluster, database },
    drop: () => query(cluster, `drop database ${database} with (force)`),
  };
}

async function query(connection: DatabaseConnection, sql: string): Promise<void> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function urlOf({ host, port, user, password, database }: DatabaseConnection): string {
  const url = new URL(`postgres://localhost:${port}/${database}`);
  url.username = user;
  url.password = password;
  // The folder of a unix socket cannot stand before the port.
  url.searchParams.set('host', host);
  return url.href;
}
