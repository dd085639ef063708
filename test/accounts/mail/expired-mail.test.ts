import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { folderPost } from '../../../services/accounts/mail/folder-post.ts';
import { MailQueue } from '../../../services/accounts/mail/mail-queue.ts';
import { openJobs } from '../../../services/shared/events/job-queue.ts';
import { silentLog, TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase } from '../../support/database.ts';

it('leaves the queue unsent when what a mail brings has stopped working', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'erikti-mail-'));
  const database = await givenDatabase();
  const boss = await openJobs(database.owner, TEST_SECRET, silentLog);
  let at = new Date('2026-10-01T08:00:00Z');
  const now = () => at;
  const queue = await MailQueue.open({ boss, secret: TEST_SECRET, now, log: silentLog });
  const ask = (personId: string) => queue.ask({ kind: 'SIGN_IN_CODE', personId, locale: 'en', secret: '12345678' });
  await ask('late');
  at = new Date('2026-10-01T08:10:00Z');
  await ask('in time');

  await queue.work(folderPost(folder, now), async (personId) => ({ address: `${personId}@x.example`, locale: null }));
  const jobs = new pg.Client({ ...database.owner });
  await jobs.connect();
  await expect.poll(async () => (await jobs.query(`select from jobs.job where name = 'mail'`)).rowCount).toBe(0);
  const sent = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  await queue.rest();
  await jobs.end();
  await boss.stop();
  await database.drop();
  await rm(folder, { recursive: true });

  expect(sent).toHaveLength(1);
});
