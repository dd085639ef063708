import { join } from 'node:path';
import { z } from 'zod';
import { encryptionKeys } from '../services/shared/crypto/encryption-keys.settings.ts';
import type { KeyRing } from '../services/shared/crypto/key-ring.ts';
import {
  type MailDelivery,
  mailServerOf,
  type OpenIdConnect,
  openIdConnectOf,
  outsideShape,
} from '../services/shared/outside.settings.ts';
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
  trustProxy,
} from '../services/shared/settings.ts';

/** What the operator may set for a portal in one process. */
const shape = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DEMO: onOff.optional(),
  DEMO_PASSWORD: z.string().min(8, 'a password has at least 8 characters').optional(),
  RATE_LIMITS: onOff.default(true),
  PUBLIC_URL: httpOrigin.optional(),
  TRUST_PROXY: trustProxy,
  SECRET: secret.optional(),
  INTROSPECTION: onOff.default(true),
  WEBHOOK_PRIVATE_ADDRESSES: onOff.default(false),
  ...outsideShape,
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  LOG_LEVEL: logLevel,
  NODE_ENV: z.string().optional(),
};

export interface PortalSettings {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database and of what the portal makes up for itself, such as its secret. */
  readonly dataDir: string;
  /** Null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  /** Null where one is to be made up. */
  readonly demoPassword: string | null;
  readonly rateLimits: boolean;
  /** Null for this machine's own address. */
  readonly publicUrl: string | null;
  /** Proxies in front, whose word on a client's address is taken; null for none. */
  readonly trustProxy: string | null;
  /** Null where one is to be made up. */
  readonly secret: string | null;
  readonly introspection: boolean;
  /** Whether webhooks may lead into the operator's own network. */
  readonly privateAddresses: boolean;
  /** Without a mail server, mails are kept in a folder beside the data. */
  readonly mail: MailDelivery;
  /** A provider that people may sign in with; null for none. */
  readonly openIdConnect: OpenIdConnect | null;
  /** Null where one is to follow from the secret. */
  readonly keys: KeyRing | null;
  readonly logLevel: string;
}

/** Reads the settings of a portal in one process. Throws `SettingsRefusal` with all that is wrong. */
export function readPortalSettings(environment: Environment): PortalSettings {
  const given = readSettings(shape, environment);
  // The demonstration comes with the embedded database; a database of the operator's own gets it only when asked.
  const demo = given.DEMO ?? given.DATABASE_URL === undefined;
  if (given.DEMO && given.NODE_ENV === 'production') {
    throw new SettingsRefusal('DEMO: the demonstration has people with a known password; it is not for production');
  }
  return {
    host: given.HOST,
    port: given.PORT,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL ?? null,
    demo: demo && given.NODE_ENV !== 'production',
    demoPassword: given.DEMO_PASSWORD ?? null,
    rateLimits: given.RATE_LIMITS,
    publicUrl: given.PUBLIC_URL ?? null,
    trustProxy: given.TRUST_PROXY ?? null,
    secret: given.SECRET ?? null,
    introspection: given.INTROSPECTION,
    privateAddresses: given.WEBHOOK_PRIVATE_ADDRESSES,
    mail: mailServerOf(given) ?? { smtpUrl: null, folder: join(given.DATA_DIR, 'outbox') },
    openIdConnect: openIdConnectOf(given),
    keys: given.ENCRYPTION_KEYS ?? null,
    logLevel: given.LOG_LEVEL,
  };
}
