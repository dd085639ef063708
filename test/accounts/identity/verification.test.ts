import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Accounts, GOOD_PASSWORD, givenAccount, linkIn, openAccounts, signIn } from './open-accounts.ts';

let accounts: Accounts;
beforeAll(async () => {
  accounts = await openAccounts();
});
afterAll(() => accounts?.close());

describe('a new person, without a demonstration', () => {
  it('signs in only once their address is proven by the link in a mail', async () => {
    const email = 'aida@people.example';
    const signUp = await accounts.post('/auth/sign-up/email', { email, password: GOOD_PASSWORD, name: 'Аида' });
    const early = await accounts.post('/auth/sign-in/email', { email, password: GOOD_PASSWORD });
    const [mail] = await accounts.mails(email, 1);

    const verified = await accounts.get(linkIn(mail));

    const late = await accounts.post('/auth/sign-in/email', { email, password: GOOD_PASSWORD });
    expect({ status: signUp.status, token: signUp.body.token }).toEqual({ status: 200, token: null });
    expect({ status: early.status, body: early.body }).toEqual({
      status: 403,
      body: { code: 'EMAIL_NOT_VERIFIED', message: 'Confirm your address first: a link was sent to it.' },
    });
    expect({ status: verified.status, location: verified.headers.get('location') }).toEqual({
      status: 302,
      location: '/',
    });
    expect({ status: late.status, token: typeof late.body.token }).toEqual({ status: 200, token: 'string' });
  });

  it('gets the link again by signing in with the right password', async () => {
    const email = 'again@people.example';
    await accounts.post('/auth/sign-up/email', { email, password: GOOD_PASSWORD, name: 'Again' });
    await accounts.mails(email, 1);

    await accounts.post('/auth/sign-in/email', { email, password: GOOD_PASSWORD });

    const mails = await accounts.mails(email, 2);
    expect(mails.map(({ subject }) => subject)).toEqual(['Confirm your email address', 'Confirm your email address']);
  });

  it('is refused with a link that somebody made up', async () => {
    const answer = await accounts.get('/auth/verify-email?token=eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl', {
      'accept-language': 'ru',
    });

    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 401,
      body: { code: 'INVALID_TOKEN', message: 'Ссылка больше не действует. Запросите новую.' },
    });
  });

  it('is led nowhere but to the portal', async () => {
    const answer = await accounts.post('/auth/sign-up/email', {
      email: 'elsewhere@people.example',
      password: GOOD_PASSWORD,
      name: 'Elsewhere',
      callbackURL: 'https://elsewhere.example/',
    });

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'INVALID_CALLBACK_URL' });
    expect(await accounts.query(`select from identity."user" where email = 'elsewhere@people.example'`)).toEqual([]);
  });
});

describe('a person with an account', () => {
  it('lists their sessions and ends one, several, and their own', async () => {
    const email = 'sessions@people.example';
    await givenAccount(accounts, email);
    const tokens: string[] = [];
    for (let count = 0; count < 4; count++) tokens.push(await signIn(accounts, email));
    const [mine = '', second = '', third = '', fourth = ''] = tokens;
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    const alive = async () => {
      const answers = await Promise.all(tokens.map((token) => accounts.get('/auth/get-session', as(token))));
      return answers.map(({ body }) => body !== null);
    };

    const listed = await accounts.get('/auth/list-sessions', as(mine));
    await accounts.post('/auth/revoke-session', { token: second }, as(mine));
    const afterOne = await alive();
    await accounts.post('/auth/revoke-other-sessions', {}, as(mine));
    const afterOthers = await alive();
    await accounts.post('/auth/sign-out', {}, as(mine));

    expect(listed.body.map(({ token }: { token: string }) => token).toSorted()).toEqual(
      [mine, second, third, fourth].toSorted(),
    );
    expect(afterOne).toEqual([true, false, true, true]);
    expect(afterOthers).toEqual([true, false, false, false]);
    expect(await alive()).toEqual([false, false, false, false]);
  });

  it('changes their password with the old one, and ends other sessions with it', async () => {
    const email = 'change@people.example';
    await givenAccount(accounts, email);
    const [mine, other] = [await signIn(accounts, email), await signIn(accounts, email)];
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    const change = (currentPassword: string) =>
      accounts.post(
        '/auth/change-password',
        { currentPassword, newPassword: 'eleven loud herons', revokeOtherSessions: true },
        as(mine),
      );

    const wrong = await change('not the old one');
    const right = await change(GOOD_PASSWORD);

    expect({ status: wrong.status, code: wrong.body.code }).toEqual({ status: 400, code: 'INVALID_PASSWORD' });
    expect(right.status).toBe(200);
    expect((await accounts.get('/auth/get-session', as(other))).body).toBe(null);
    expect(typeof (await signIn(accounts, email, 'eleven loud herons'))).toBe('string');
  });
});
