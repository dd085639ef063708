import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '../../../services/shared/http/gateway-headers.ts';
import { type Accounts, openAccounts } from './open-accounts.ts';

/** What each path takes from one client address in a minute. */
const limits: [string, number, object][] = [
  ['/auth/request-password-reset', 5, { email: 'nobody@people.example' }],
  ['/auth/send-verification-email', 5, { email: 'nobody@people.example' }],
  ['/auth/email-otp/send-verification-otp', 5, { email: 'nobody@people.example', type: 'sign-in' }],
  ['/auth/email-otp/request-password-reset', 5, { email: 'nobody@people.example' }],
  ['/auth/sign-in/email-otp', 10, { email: 'nobody@people.example', otp: '00000000' }],
  ['/auth/email-otp/verify-email', 10, { email: 'nobody@people.example', otp: '00000000' }],
  ['/auth/email-otp/reset-password', 10, { email: 'nobody@people.example', otp: '0', password: 'seven quiet otters' }],
  ['/auth/reset-password', 10, { token: 'none', newPassword: 'seven quiet otters' }],
  ['/auth/change-password', 10, { currentPassword: 'none', newPassword: 'seven quiet otters' }],
  ['/auth/sign-in/email', 30, { email: 'nobody@people.example', password: 'x' }],
  ['/auth/sign-up/email', 30, { email: 'no address', password: 'seven quiet otters', name: 'Tester' }],
  ['/auth/one-time-token/verify', 30, { token: 'none' }],
];

describe('limits on what tries secrets and sends mails', () => {
  let accounts: Accounts;
  beforeAll(async () => {
    accounts = await openAccounts({ rateLimits: true });
  });
  afterAll(() => accounts?.close());

  it.each(limits)(
    'let %s be asked %i times a minute by one address, and say when to come back',
    async (path, most, body) => {
      const ask = (address: string) => accounts.post(path, body, { [CLIENT_ADDRESS_HEADER]: address });
      const answers = await Promise.all(Array.from({ length: most + 3 }, () => ask('192.0.2.7')));

      const refused = answers.filter(({ status }) => status === 429);

      expect(refused).toHaveLength(3);
      const seconds = Number(refused[0]?.headers.get('retry-after'));
      expect({ whole: Number.isInteger(seconds), soon: seconds >= 1 && seconds <= 60 }).toEqual({
        whole: true,
        soon: true,
      });
      expect(refused[0]?.body.code).toBe('TOO_MANY_REQUESTS');
      expect((await ask('192.0.2.8')).status).not.toBe(429);
    },
  );
});

it('counts for all processes together', async () => {
  const accounts = await openAccounts({ rateLimits: true });

  for (let count = 0; count < 3; count++)
    await accounts.post('/auth/sign-in/email', { email: 'a@b.example', password: 'x' });

  const counted = await accounts.query(`select key, count from identity."rateLimit"`);
  expect(counted).toEqual([{ key: '192.0.2.1|/sign-in/email', count: 3 }]);
  await accounts.close();
});

it('are off for load tests', async () => {
  const accounts = await openAccounts({ rateLimits: false });

  const answers = await Promise.all(
    Array.from({ length: 40 }, () => accounts.post('/auth/one-time-token/verify', { token: 'none' })),
  );

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  await accounts.close();
});
