import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Accounts,
  type AuthAnswer,
  GOOD_PASSWORD,
  givenAccount,
  openAccounts,
  PUBLIC_URL,
  signIn,
} from './open-accounts.ts';
import { CLIENT, startProvider, type TestProvider } from './provider.ts';

const people = {
  aigerim: { email: 'aigerim@provider.example', email_verified: true, name: 'Айгерім  Сейітова' },
  known: { email: 'known@people.example', email_verified: true, name: 'Known' },
  unproven: { email: 'squatted@people.example', email_verified: true, name: 'Owner' },
  pretender: { email: 'victim@people.example', email_verified: false, name: 'Pretender' },
};

let accounts: Accounts;
let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(people, `${PUBLIC_URL}/auth/callback/oidc`);
  accounts = await openAccounts({
    openIdConnect: { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: 'Test ID' },
  });
});
afterAll(async () => {
  await accounts?.close();
  await provider?.close();
});

describe('signing in with a provider', () => {
  it('hands the browser a one-time token, which gives the bearer token once', async () => {
    const back = await roundTrip('aigerim');
    const landed = new URL(back.headers.get('location') ?? '');
    const token = new URLSearchParams(landed.hash.slice(1)).get('one_time_token');

    const first = await accounts.post('/auth/one-time-token/verify', { token });
    const second = await accounts.post('/auth/one-time-token/verify', { token });

    expect({ status: back.status, to: landed.origin + landed.pathname + landed.search }).toEqual({
      status: 302,
      to: `${PUBLIC_URL}/signed-in`,
    });
    const session = await accounts.get('/auth/get-session', { authorization: `Bearer ${first.body.session.token}` });
    expect(session.body.user).toMatchObject({
      email: 'aigerim@provider.example',
      emailVerified: true,
      name: 'Айгерім Сейітова',
    });
    expect(second.status).toBe(400);
  });

  it('sets one cookie, for its own path and a few minutes, and gives the session away nowhere else', async () => {
    const begun = await begin();

    const cookies = begun.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    const [pair = '', ...attributes] = (cookies[0] ?? '').split('; ');
    expect(pair).toMatch(/^erikti\.state=\S+$/);
    expect(attributes.map((one) => one.toLowerCase()).toSorted()).toEqual(
      ['httponly', 'max-age=300', 'path=/auth/callback', 'samesite=lax'].toSorted(),
    );
    const back = await roundTrip('aigerim');
    expect(back.headers.get('set-auth-token')).toBe(null);
    expect(back.headers.getSetCookie().filter((cookie) => !cookie.startsWith('erikti.state=;'))).toEqual([]);
  });

  it('uses PKCE and a nonce', async () => {
    const { searchParams } = new URL((await begin()).body.url);

    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('nonce')).toMatch(/^\S{16,}$/);
    expect(searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/auth/callback/oidc`);
  });

  it('ends nowhere for a browser that did not begin it', async () => {
    const begun = await begin();
    const back = await provider.signIn(begun.body.url, 'aigerim');

    const answer = await accounts.get(back.pathname + back.search);

    expect({ status: answer.status, error: errorOf(answer) }).toEqual({ status: 302, error: 'state_mismatch' });
    expect(answer.headers.get('location')).not.toContain('one_time_token');
  });

  it.each(['callbackURL', 'errorCallbackURL', 'newUserCallbackURL'])('leads to no other site by %s', async (field) => {
    const answer = await accounts.post('/auth/sign-in/social', {
      provider: 'oidc',
      callbackURL: `${PUBLIC_URL}/signed-in`,
      [field]: 'http://localhost:3000/elsewhere',
    });

    expect(answer.status).toBe(403);
  });

  it('is the same person as the one with that address, where both have proven it', async () => {
    await givenAccount(accounts, people.known.email);
    const token = await signIn(accounts, people.known.email);
    const mine = await accounts.get('/auth/get-session', { authorization: `Bearer ${token}` });

    const theirs = await sessionAfter(await roundTrip('known'));

    expect(theirs.body.user.id).toBe(mine.body.user.id);
  });

  it('is nobody where a stranger signed up with the address first, or the provider has not proven it', async () => {
    await accounts.post('/auth/sign-up/email', {
      email: people.unproven.email,
      password: GOOD_PASSWORD,
      name: 'Stranger',
    });
    await givenAccount(accounts, people.pretender.email);

    const answers = [await roundTrip('unproven'), await roundTrip('pretender')];

    expect(answers.map(errorOf)).toEqual(['account_not_linked', 'account_not_linked']);
  });
});

it('is not there without a provider', async () => {
  const alone = await openAccounts();

  const answer = await alone.post('/auth/sign-in/social', { provider: 'oidc', callbackURL: `${PUBLIC_URL}/` });

  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: 'PROVIDER_NOT_FOUND' });
  await alone.close();
});

function begin(): Promise<AuthAnswer> {
  return accounts.post('/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: `${PUBLIC_URL}/signed-in`,
    errorCallbackURL: `${PUBLIC_URL}/not-signed-in`,
  });
}

/** Goes to the provider and back, as one browser does. */
async function roundTrip(person: string): Promise<AuthAnswer> {
  const begun = await begin();
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const back = await provider.signIn(begun.body.url, person);
  return accounts.get(back.pathname + back.search, { cookie });
}

async function sessionAfter(back: AuthAnswer): Promise<AuthAnswer> {
  const token = new URLSearchParams(new URL(back.headers.get('location') ?? '').hash.slice(1)).get('one_time_token');
  const { body } = await accounts.post('/auth/one-time-token/verify', { token });
  return accounts.get('/auth/get-session', { authorization: `Bearer ${body.session.token}` });
}

function errorOf({ headers }: AuthAnswer): string | null {
  return new URL(headers.get('location') ?? '', PUBLIC_URL).searchParams.get('error');
}
