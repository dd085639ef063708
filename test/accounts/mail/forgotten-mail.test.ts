import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openAccounts } from '../identity/open-accounts.ts';

it('destroys the mails kept of somebody who is erased, and nobody else’s', async () => {
  const accounts = await openAccounts();
  const signUp = (email: string) =>
    accounts.post('/auth/sign-up/email', { email, password: 'seven quiet otters', name: 'Tester' });
  await signUp('gone@people.example');
  await signUp('here@people.example');
  await accounts.mails('gone@people.example', 1);
  await accounts.mails('here@people.example', 1);
  const [gone] = await accounts.query<{ id: string }>(
    `select id from identity."user" where email = 'gone@people.example'`,
  );

  await accounts.query(
    `insert into accounts.outbox_event (id, type, occurred_at, payload)
     values ('event_1', 'ErasureRequested', now(), jsonb_build_object('erasureId', 'erasure_1', 'personId', $1::text))`,
    [gone?.id],
  );

  await expect.poll(() => accounts.mails('gone@people.example', 0), { timeout: 8_000 }).toEqual([]);
  expect(await accounts.mails('here@people.example', 1)).toHaveLength(1);
  expect(await readdir(accounts.mailFolder)).toHaveLength(2);
  await accounts.close();
});
