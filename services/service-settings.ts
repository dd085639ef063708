import { join } from 'node:path';
import { z } from 'zod';
import { encryptionKeys } from './shared/crypto/encryption-keys.settings.ts';
import type { KeyRing } from './shared/crypto/key-ring.ts';
import {
  type MailDelivery,
  mailServerOf,
  type OpenIdConnect,
  openIdConnectOf,
  outsideShape,
} from './shared/outside.settings.ts';
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

/** The service that knows people, and writes to them. */
const MAILING = 'accounts';
/** The service that keeps what nobody may read in the database. */
const ENCRYPTING = 'accounts';

const shape = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.optional(),
  DATABASE_URL: databaseUrl,
  SECRET: secret,
  GATEWAY_VERIFICATION_KEY: z.string('take it from "npm run -s keys"'),
  WEBHOOK_PRIVATE_ADDRESSES: onOff.default(false),
  PUBLIC_URL: httpOrigin.default('http://localhost:4000'),
  RATE_LIMITS: onOff.default(true),
  DEMO: onOff.default(false),
  DEMO_PASSWORD: z.string().min(8, 'a password has at least 8 characters').optional(),
  DATA_DIR: z.string().default('.data'),
  ...outsideShape,
  ENCRYPTION_KEYS: encryptionKeys.optional(),
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
  /** Whether webhooks may lead into the operator's own network. */
  readonly privateAddresses: boolean;
  /** Null for a deployment without the demonstration. */
  readonly demoPassword: string | null;
  /** How mails leave; null for a service that sends none. */
  readonly mail: MailDelivery | null;
  /** A provider that people may sign in with; null for none. */
  readonly openIdConnect: OpenIdConnect | null;
  /** Null for a service that keeps nothing encrypted. */
  readonly keys: KeyRing | null;
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
    privateAddresses: given.WEBHOOK_PRIVATE_ADDRESSES,
    demoPassword: given.DEMO ? (given.DEMO_PASSWORD ?? null) : null,
    mail: service === MAILING ? deliveryOf(given) : null,
    openIdConnect: service === MAILING ? openIdConnectOf(given) : null,
    keys: service === ENCRYPTING ? keysOf(given) : null,
    logLevel: given.LOG_LEVEL,
  };
}

function keysOf({ ENCRYPTION_KEYS: keys }: { ENCRYPTION_KEYS?: KeyRing | undefined }): KeyRing {
  if (keys) return keys;
  throw new SettingsRefusal('ENCRYPTION_KEYS: write name:key, with a key made by "openssl rand -base64 32"');
}

/** Without a mail server, a demonstration keeps its mails in a folder; people's real mails must arrive. */
function deliveryOf(given: Parameters<typeof mailServerOf>[0] & { DEMO: boolean; DATA_DIR: string }): MailDelivery {
  const server = mailServerOf(given);
  if (server) return server;
  if (given.DEMO) return { smtpUrl: null, folder: join(given.DATA_DIR, 'outbox') };
  throw new SettingsRefusal('SMTP_URL: set the mail server that people hear from the portal by, or DEMO=1');
}
