import { z } from 'zod';
import {
  databaseUrl,
  type Environment,
  httpOrigin,
  logLevel,
  onOff,
  port,
  readSettings,
  SettingsRefusal,
  secret,
} from './shared/settings.ts';

/** Where each service listens when nothing else is said. */
export const servicePorts: Readonly<Record<string, number>> = {
  accounts: 4001,
  forum: 4002,
  delegations: 4003,
  placements: 4004,
  network: 4005,
};

const shape = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.optional(),
  DATABASE_URL: databaseUrl,
  SECRET: secret,
  GATEWAY_VERIFICATION_KEY: z.string('take it from "npm run -s keys"'),
  PUBLIC_URL: httpOrigin.default('http://localhost:4000'),
  RATE_LIMITS: onOff.default(true),
  DEMO: onOff.default(false),
  DEMO_PASSWORD: z.string().min(8, 'a password has at least 8 characters').optional(),
  LOG_LEVEL: logLevel,
};

/** Everything an operator may set for a service. */
export const serviceSettingNames: readonly string[] = Object.keys(shape);

export interface ServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** The same for every service of a deployment. */
  readonly secret: string;
  /** Public halves of the gateway's keys, separated by commas. */
  readonly verificationKeys: string;
  readonly publicUrl: string;
  readonly rateLimits: boolean;
  /** Null for a deployment without the demonstration. */
  readonly demoPassword: string | null;
  readonly logLevel: string;
}

/** Reads the settings of one service in a process of its own. Throws `SettingsRefusal` with all that is wrong. */
export function readServiceSettings(service: string, environment: Environment): ServiceSettings {
  const given = readSettings(shape, environment);
  if (given.DEMO && given.DEMO_PASSWORD === undefined) {
    throw new SettingsRefusal('DEMO_PASSWORD: set one for the demonstration, the same for every service');
  }
  return {
    host: given.HOST,
    port: given.PORT ?? servicePorts[service] ?? 0,
    databaseUrl: given.DATABASE_URL,
    secret: given.SECRET,
    verificationKeys: given.GATEWAY_VERIFICATION_KEY,
    publicUrl: given.PUBLIC_URL,
    rateLimits: given.RATE_LIMITS,
    demoPassword: given.DEMO ? (given.DEMO_PASSWORD ?? null) : null,
    logLevel: given.LOG_LEVEL,
  };
}
