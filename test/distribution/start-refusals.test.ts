import { afterAll, describe, expect, it } from 'vitest';
import { makeGatewayKeys } from '../../services/shared/execution/gateway-token.ts';
import { TEST_SECRET } from '../support/constants.ts';
import { startAsComposed } from './portal-processes.ts';
import { endPrograms, Program } from './program.ts';

const keys = await makeGatewayKeys();
const service = {
  PORT: '0',
  // Port 1 is where nothing listens.
  DATABASE_URL: 'postgres://erikti@127.0.0.1:1/erikti',
  SECRET: TEST_SECRET,
  GATEWAY_VERIFICATION_KEY: keys.verificationKey,
};

afterAll(endPrograms);

describe('a process that cannot start says why in a line, and ends', () => {
  it.each([
    [
      'a database that cannot be reached',
      {},
      'The database of DATABASE_URL cannot be reached (ECONNREFUSED). Start it, or correct the URL.',
    ],
    ['a port that is none', { PORT: 'http' }, 'PORT: a port is a number from 0 to 65535'],
    [
      'a key that is none',
      { GATEWAY_VERIFICATION_KEY: 'nonsense' },
      'GATEWAY_VERIFICATION_KEY: this is no key; take it from "npm run -s keys"',
    ],
    [
      'a demonstration without a password',
      { DEMO: '1' },
      'DEMO_PASSWORD: set one for the demonstration, the same for every service',
    ],
  ])('with %s', async (_case, wrong, line) => {
    const ending = await startAsComposed('forum', { ...service, ...wrong }).ended;

    expect(ending).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  });

  it.each([
    ['no key', {}, 'write name:key, with a key made by "openssl rand -base64 32"'],
    [
      'a key that is too short',
      { ENCRYPTION_KEYS: '2026:c2hvcnQ=' },
      'write name:key for each key, separated by commas, the newest first; make a key with "openssl rand -base64 32"',
    ],
  ])('with %s for what accounts encrypts', async (_case, wrong, words) => {
    const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'portal@erikti.example' };

    const ending = await startAsComposed('accounts', { ...service, ...mail, ...wrong }).ended;

    expect(ending).toEqual({ code: 1, stdout: '', stderr: `ENCRYPTION_KEYS: ${words}\n` });
  });

  it('for a service that there is not', async () => {
    const ending = await new Program(['dist/services/service.server.js', 'banquet'], service).ended;

    const line = 'There is no service "banquet". Say one of accounts, forum, delegations, placements, network.';
    expect(ending).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  });

  it('for a gateway without its key', async () => {
    const ending = await startAsComposed('gateway', { PORT: '0' }).ended;

    const line = 'GATEWAY_SIGNING_KEY: take it from "npm run -s keys"';
    expect(ending).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  });
});

it('starts a gateway although no service answers, and says so to whoever asks', async () => {
  const nowhere = 'http://127.0.0.1:1';
  const gateway = startAsComposed('gateway', {
    PORT: '0',
    GATEWAY_SIGNING_KEY: keys.signingKey,
    ACCOUNTS_URL: nowhere,
    FORUM_URL: nowhere,
    DELEGATIONS_URL: nowhere,
    PLACEMENTS_URL: nowhere,
    NETWORK_URL: nowhere,
  });

  const url = await gateway.ready;

  const live = await fetch(`${url}/health/live`);
  const ready = await fetch(`${url}/health/ready`);
  expect({ live: live.status, ready: ready.status, state: await ready.json() }).toEqual({
    live: 200,
    ready: 503,
    state: {
      ready: false,
      subgraphs: { accounts: false, forum: false, delegations: false, placements: false, network: false },
    },
  });
  expect((await gateway.end('SIGTERM')).code).toBe(0);
});
