import { z } from 'zod';
import {
  type Environment,
  httpOrigin,
  logLevel,
  onOff,
  port,
  readSettings,
  trustProxy,
} from '../services/shared/settings.ts';

const shape = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  GATEWAY_SIGNING_KEY: z.string('take it from "npm run -s keys"'),
  ACCOUNTS_URL: httpOrigin.default('http://127.0.0.1:4001'),
  FORUM_URL: httpOrigin.default('http://127.0.0.1:4002'),
  DELEGATIONS_URL: httpOrigin.default('http://127.0.0.1:4003'),
  PLACEMENTS_URL: httpOrigin.default('http://127.0.0.1:4004'),
  NETWORK_URL: httpOrigin.default('http://127.0.0.1:4005'),
  PUBLIC_URL: httpOrigin.optional(),
  TRUST_PROXY: trustProxy,
  INTROSPECTION: onOff.default(true),
  LOG_LEVEL: logLevel,
};

/** Everything an operator may set for a gateway. */
export const gatewaySettingNames: readonly string[] = Object.keys(shape);

export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  /** Private half of the gateway's key. */
  readonly signingKey: string;
  readonly accountsUrl: string;
  /** Where each service is reached, by name. */
  readonly origins: ReadonlyMap<string, string>;
  /** Null for this machine's own address. */
  readonly publicUrl: string | null;
  /** Proxies in front, whose word on a client's address is taken; null for none. */
  readonly trustProxy: string | null;
  readonly introspection: boolean;
  readonly logLevel: string;
}

/** Reads the settings of a gateway in a process of its own. Throws `SettingsRefusal` with all that is wrong. */
export function readGatewaySettings(environment: Environment): GatewaySettings {
  const given = readSettings(shape, environment);
  return {
    host: given.HOST,
    port: given.PORT,
    signingKey: given.GATEWAY_SIGNING_KEY,
    accountsUrl: given.ACCOUNTS_URL,
    origins: new Map([
      ['accounts', given.ACCOUNTS_URL],
      ['forum', given.FORUM_URL],
      ['delegations', given.DELEGATIONS_URL],
      ['placements', given.PLACEMENTS_URL],
      ['network', given.NETWORK_URL],
    ]),
    publicUrl: given.PUBLIC_URL ?? null,
    trustProxy: given.TRUST_PROXY ?? null,
    introspection: given.INTROSPECTION,
    logLevel: given.LOG_LEVEL,
  };
}
