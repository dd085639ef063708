import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLIENT, startProvider } from '../accounts/identity/provider.ts';
import { startPortalProcess } from '../support/portal-process.ts';

const people = { marat: { email: 'marat@provider.example', email_verified: true, name: 'Марат Ахметов' } };

it('signs people in with a provider through the front door of a running portal', async () => {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'erikti-provider-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = await startProvider(people, `${url}/auth/callback/oidc`);
  opened.defer(() => provider.close());
  const portal = await startPortalProcess({
    DATA_DIR: folder,
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: 'Test ID',
  });
  opened.defer(async () => {
    await portal.end('SIGTERM');
  });

  const begun = await post(`${url}/auth/sign-in/social`, { provider: 'oidc', callbackURL: `${url}/signed-in` });
  const { url: away } = (await begun.json()) as { url: string };
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const back = await fetch(await provider.signIn(away, 'marat'), { redirect: 'manual', headers: { cookie } });
  const landed = new URL(back.headers.get('location') ?? '');
  const oneTime = new URLSearchParams(landed.hash.slice(1)).get('one_time_token');
  const verified = await post(`${url}/auth/one-time-token/verify`, { token: oneTime });
  const { session } = (await verified.json()) as { session: { token: string } };
  const me = await post(`${url}/graphql`, { query: '{ me { displayName } }' }, session.token);
  const answer = await me.json();

  expect(landed.origin + landed.pathname).toBe(`${url}/signed-in`);
  expect(answer).toEqual({ data: { me: { displayName: 'Марат Ахметов' } } });
}, 30_000);

function post(url: string, body: object, token?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
}

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}
