import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Accounts,
  codeIn,
  GOOD_PASSWORD,
  givenAccount,
  linkIn,
  openAccounts,
  PUBLIC_URL,
  signIn,
} from './open-accounts.ts';

const NEW_PASSWORD = 'eleven loud herons';

let accounts: Accounts;
beforeAll(async () => {
  accounts = await openAccounts();
});
afterAll(() => accounts?.close());

describe('a forgotten password', () => {
  it('is replaced once by the code in a mail, which ends every session and says so', async () => {
    const email = 'reset@people.example';
    await givenAccount(accounts, email);
    const session = await signIn(accounts, email);
    await accounts.post('/auth/request-password-reset', { email });
    const token = codeIn((await accounts.mails(email, 2))[1]);

    const first = await accounts.post('/auth/reset-password', { token, newPassword: NEW_PASSWORD });
    const second = await accounts.post('/auth/reset-password', { token, newPassword: 'twelve shy badgers' });

    expect({ status: first.status, body: first.body }).toEqual({ status: 200, body: { status: true } });
    expect({ status: second.status, code: second.body.code }).toEqual({ status: 400, code: 'INVALID_TOKEN' });
    expect((await accounts.get('/auth/get-session', { authorization: `Bearer ${session}` })).body).toBe(null);
    const old = await accounts.post('/auth/sign-in/email', { email, password: GOOD_PASSWORD });
    expect({ status: old.status, code: old.body.code }).toEqual({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' });
    expect(typeof (await signIn(accounts, email, NEW_PASSWORD))).toBe('string');
    expect((await accounts.mails(email, 3))[2]?.subject).toBe('Your password has changed');
  });

  it('is replaced through the page that the client names, where the link leads with the code', async () => {
    const email = 'link@people.example';
    await givenAccount(accounts, email);

    await accounts.post('/auth/request-password-reset', { email, redirectTo: `${PUBLIC_URL}/new-password` });

    const led = await accounts.get(linkIn((await accounts.mails(email, 2))[1]));
    const page = new URL(led.headers.get('location') ?? '');
    expect({ status: led.status, page: page.origin + page.pathname }).toEqual({
      status: 302,
      page: `${PUBLIC_URL}/new-password`,
    });
    const token = page.searchParams.get('token');
    const reset = await accounts.post('/auth/reset-password', { token, newPassword: NEW_PASSWORD });
    expect(reset.status).toBe(200);
  });

  it('leads to no page elsewhere', async () => {
    const answer = await accounts.post('/auth/request-password-reset', {
      email: 'link@people.example',
      redirectTo: 'https://elsewhere.example/',
    });

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'INVALID_REDIRECT_URL' });
  });

  it('is not replaced with a code that has expired', async () => {
    const email = 'late@people.example';
    await givenAccount(accounts, email);
    await accounts.post('/auth/request-password-reset', { email });
    const token = codeIn((await accounts.mails(email, 2))[1]);
    await accounts.query(`update identity.verification set "expiresAt" = now() - interval '1 second'`);

    const answer = await accounts.post('/auth/reset-password', { token, newPassword: NEW_PASSWORD });

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'INVALID_TOKEN' });
    expect(typeof (await signIn(accounts, email))).toBe('string');
  });

  it('proves the address of whoever had not proven it', async () => {
    const email = 'both@people.example';
    await accounts.post('/auth/sign-up/email', { email, password: GOOD_PASSWORD, name: 'Both' });
    await accounts.post('/auth/email-otp/request-password-reset', { email });
    const otp = codeIn((await accounts.mails(email, 2))[1]);

    await accounts.post('/auth/email-otp/reset-password', { email, otp, password: NEW_PASSWORD });

    expect(typeof (await signIn(accounts, email, NEW_PASSWORD))).toBe('string');
  });
});

describe('a sign-in code', () => {
  it('signs in once', async () => {
    const email = 'code@people.example';
    await givenAccount(accounts, email);
    await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = codeIn((await accounts.mails(email, 2))[1]);

    const first = await accounts.post('/auth/sign-in/email-otp', { email, otp });
    const second = await accounts.post('/auth/sign-in/email-otp', { email, otp });

    expect(otp).toMatch(/^\d{8}$/);
    const session = await accounts.get('/auth/get-session', { authorization: `Bearer ${first.body.token}` });
    expect(session.body.user.email).toBe(email);
    expect({ status: second.status, code: second.body.code }).toEqual({ status: 400, code: 'INVALID_OTP' });
  });

  it('works no more after five wrong ones', async () => {
    const email = 'guessed@people.example';
    await givenAccount(accounts, email);
    await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = codeIn((await accounts.mails(email, 2))[1]);
    const wrong = otp === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 5; tries++) await accounts.post('/auth/sign-in/email-otp', { email, otp: wrong });

    const answer = await accounts.post('/auth/sign-in/email-otp', { email, otp });

    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 400,
      body: { code: 'INVALID_OTP', message: 'The code is wrong or does not work any more. Ask for a new one.' },
    });
  });

  it('works no more once it has expired', async () => {
    const email = 'expired@people.example';
    await givenAccount(accounts, email);
    await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = codeIn((await accounts.mails(email, 2))[1]);
    await accounts.query(`update identity.verification set "expiresAt" = now() - interval '1 second'`);

    const answer = await accounts.post('/auth/sign-in/email-otp', { email, otp });

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'INVALID_OTP' });
  });

  it('takes the place of a password that a stranger chose with the address', async () => {
    const email = 'squatted@people.example';
    await accounts.post('/auth/sign-up/email', { email, password: 'a password of a stranger', name: 'Stranger' });
    await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const otp = codeIn((await accounts.mails(email, 2)).find(({ subject }) => subject === 'Your sign-in code'));

    const mine = await accounts.post('/auth/sign-in/email-otp', { email, otp });
    const theirs = await accounts.post('/auth/sign-in/email', { email, password: 'a password of a stranger' });

    expect(mine.status).toBe(200);
    expect({ status: theirs.status, code: theirs.body.code }).toEqual({
      status: 401,
      code: 'INVALID_EMAIL_OR_PASSWORD',
    });
  });
});

describe('what the database holds', () => {
  it('opens nothing: no code, no link and no token can be read in it, before a mail leaves and after', async () => {
    const email = 'reader@people.example';
    await givenAccount(accounts, email);
    await accounts.post('/auth/request-password-reset', { email });
    await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const secrets = (await accounts.mails(email, 3)).slice(1).map(codeIn);

    const jobs = await accounts.query(`select * from jobs.job where name like 'mail%'`);
    const verifications = await accounts.query('select * from identity.verification');

    const kept = JSON.stringify([jobs, verifications]);
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    await expect.poll(() => accounts.query(`select state from jobs.job where name like 'mail%'`)).toEqual([]);
  });
});
