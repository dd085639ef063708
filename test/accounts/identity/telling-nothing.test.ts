import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Accounts, type AuthAnswer, GOOD_PASSWORD, givenAccount, openAccounts } from './open-accounts.ts';

const KNOWN = 'known@people.example';
const UNPROVEN = 'unproven@people.example';
const SAMPLES = 5;
/** How many times longer one answer may take than the other, on a machine with much else to do. */
const ALIKE = 1.5;

describe.each([
  ['without a demonstration', { demo: false }],
  ['with a demonstration', { demo: true }],
])('%s, an answer does not tell whether an address has an account', (_case, { demo }) => {
  let accounts: Accounts;
  let count = 0;
  const unknown = () => `unknown-${count++}@people.example`;
  beforeAll(async () => {
    accounts = await openAccounts({ demo });
    await accounts.post('/auth/sign-up/email', { email: UNPROVEN, password: GOOD_PASSWORD, name: 'Tester' });
    if (!demo) await givenAccount(accounts, KNOWN);
    else await accounts.post('/auth/sign-up/email', { email: KNOWN, password: GOOD_PASSWORD, name: 'Tester' });
  });
  afterAll(() => accounts?.close());

  const asked: [string, string, (email: string) => object][] = [
    ['sign-up', '/auth/sign-up/email', (email) => ({ email, password: 'a different password', name: '  Tester ' })],
    ['sign-in with a wrong password', '/auth/sign-in/email', (email) => ({ email, password: 'a different password' })],
    ['the wish for a new password', '/auth/request-password-reset', (email) => ({ email })],
    ['the wish for a reset code', '/auth/email-otp/request-password-reset', (email) => ({ email })],
    ['the wish for a sign-in code', '/auth/email-otp/send-verification-otp', (email) => ({ email, type: 'sign-in' })],
    [
      'the wish for a verification code',
      '/auth/email-otp/send-verification-otp',
      (email) => ({ email, type: 'email-verification' }),
    ],
    ['the wish for another link', '/auth/send-verification-email', (email) => ({ email })],
    ['a wrong sign-in code', '/auth/sign-in/email-otp', (email) => ({ email, otp: '00000000' })],
    ['a wrong verification code', '/auth/email-otp/verify-email', (email) => ({ email, otp: '00000000' })],
    [
      'a wrong reset code',
      '/auth/email-otp/reset-password',
      (email) => ({ email, otp: '00000000', password: 'a different password' }),
    ],
  ];

  it.each(asked)('to %s, in what it says', async (_what, path, bodyFor) => {
    const [known, unproven, stranger] = [KNOWN, UNPROVEN, unknown()];

    const answers = await Promise.all(
      [known, unproven, stranger].map(async (email) => shapeOf(await accounts.post(path, bodyFor(email)), email)),
    );

    expect(answers[0]).toEqual(answers[2]);
    expect(answers[1]).toEqual(answers[2]);
  });

  it('to codes that are wrong again and again', async () => {
    const stranger = unknown();
    for (const email of [KNOWN, stranger]) {
      await accounts.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
    }

    const answers = async (email: string) => {
      const statuses = [];
      for (let tries = 0; tries < 7; tries++) {
        const { status, body } = await accounts.post('/auth/sign-in/email-otp', { email, otp: '00000000' });
        statuses.push([status, body]);
      }
      return statuses;
    };

    const [known, other] = await Promise.all([answers(KNOWN), answers(stranger)]);
    expect(known).toEqual(other);
  }, 30_000);

  // Not of a demonstration, whose accounts are known to everybody.
  it.each(demo ? [] : asked.filter(([what]) => !what.startsWith('a wrong')))(
    'to %s, in how long it takes',
    async (_what, path, bodyFor) => {
      const [known, strangers]: number[][] = [[], []];
      for (let sample = 0; sample < SAMPLES; sample++) {
        const [one = 0, other = 0] = await Promise.all(
          [KNOWN, unknown()].map((email) => timeOf(() => accounts.post(path, bodyFor(email)))),
        );
        known?.push(one);
        strangers?.push(other);
      }

      const ratio = median(known ?? []) / median(strangers ?? []);

      expect(Math.max(ratio, 1 / ratio)).toBeLessThan(ALIKE);
    },
    30_000,
  );
});

describe('whoever has an account', () => {
  it('hears that someone signed up with their address, and nothing changes', async () => {
    const accounts = await openAccounts();
    await givenAccount(accounts, KNOWN);
    const before = await accounts.query(`select * from identity."user"`);

    await accounts.post('/auth/sign-up/email', { email: KNOWN, password: 'a different password', name: 'Other' });

    const subjects = (await accounts.mails(KNOWN, 2)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Confirm your email address', 'You already have an account at Erikti']);
    expect(await accounts.query(`select * from identity."user"`)).toEqual(before);
    await accounts.close();
  });
});

/** Everything a client sees, but for what it said itself and what differs from answer to answer. */
function shapeOf({ status, headers, body }: AuthAnswer, email: string) {
  const said = JSON.stringify(body)
    .replaceAll(email, '<email>')
    .replace(/person_[0-9a-z]{26}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>');
  return { status, said, headers: [...headers.keys()].toSorted() };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
