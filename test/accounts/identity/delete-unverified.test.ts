import pg from 'pg';
import { expect, it } from 'vitest';
import { deleteUnverified } from '../../../services/accounts/identity/delete-unverified.ts';
import { IDENTITY } from '../../../services/accounts/identity/identity.ts';
import { connectionAs } from '../../../services/shared/database/roles.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase } from '../../support/database.ts';
import { GOOD_PASSWORD, openAccounts } from './open-accounts.ts';

it('forgets old sign-ups that nobody proved and nobody used, and what has run out; twice is as good as once', async () => {
  const { owner, drop } = await givenDatabase();
  const pool = new pg.Pool({ ...connectionAs(IDENTITY, owner, TEST_SECRET), options: `-c search_path=${IDENTITY}` });
  const people = new Set<string>();
  async function signedUp(email: string, days: number, verified: boolean): Promise<string> {
    const id = newId('person');
    await pool.query(
      `insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values ($1, 'Tester', $2, $3, now() - make_interval(days => $4), now())`,
      [id, email, verified, days],
    );
    return id;
  }
  await signedUp('old@people.example', 8, false);
  await signedUp('new@people.example', 6, false);
  await signedUp('proven@people.example', 8, true);
  people.add(await signedUp('used@people.example', 8, false));
  await pool.query(
    `insert into verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
     values ('over', 'a', 'a', now() - interval '1 second', now(), now()),
            ('valid', 'b', 'b', now() + interval '1 hour', now(), now())`,
  );
  const left = async () => {
    const [accounts, codes] = await Promise.all([
      pool.query('select email from "user" order by email'),
      pool.query('select id from verification'),
    ]);
    return { emails: accounts.rows.map(({ email }) => email), codes: codes.rows.map(({ id }) => id) };
  };
  const cleanUp = () =>
    deleteUnverified(pool, new Date(Date.now() - 7 * 24 * 60 * 60 * 1000), async (ids) => {
      return new Set(ids.filter((id) => people.has(id)));
    });

  await cleanUp();
  const once = await left();
  await Promise.all([cleanUp(), cleanUp()]);

  expect(once).toEqual({
    emails: ['new@people.example', 'proven@people.example', 'used@people.example'],
    codes: ['valid'],
  });
  expect(await left()).toEqual(once);
  await pool.end();
  await drop();
});

it('does so every night', async () => {
  const accounts = await openAccounts();

  const schedules = await accounts.query(`select name, cron from jobs.schedule where name = 'identity_clean_up'`);

  expect(schedules).toEqual([{ name: 'identity_clean_up', cron: '20 2 * * *' }]);
  await accounts.close();
});

it('is done by the job, and asks the people behind the accounts', async () => {
  const accounts = await openAccounts();
  for (const email of ['gone@people.example', 'stays@people.example']) {
    await accounts.post('/auth/sign-up/email', { email, password: GOOD_PASSWORD, name: 'Tester' });
  }
  await accounts.query(`update identity."user" set "createdAt" = now() - interval '8 days'`);
  await accounts.query(
    `insert into accounts.person (id, display_name, created_at)
     select id, name, now() from identity."user" where email = 'stays@people.example'`,
  );

  await accounts.runJob('identity_clean_up');

  await expect
    .poll(() => accounts.query(`select email from identity."user"`), { timeout: 10_000 })
    .toEqual([{ email: 'stays@people.example' }]);
  await accounts.close();
});
