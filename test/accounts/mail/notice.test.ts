import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts as accountsService } from '../../../services/accounts/subgraph.ts';
import { connectionAs } from '../../../services/shared/database/roles.ts';
import { newId } from '../../../services/shared/ids.ts';
import { inAllLanguages, type NoticeTo, notify } from '../../../services/shared/mail/notice.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { silentLog, TEST_SECRET } from '../../support/constants.ts';
import { TEST_KEYS } from '../../support/database.ts';
import { givenPeople } from '../../support/people.ts';
import { type Accounts, openAccounts } from '../identity/open-accounts.ts';

const SUBJECTS = { kk: 'Орын ұсынылды', ru: 'Есть место', en: 'A seat is free' };
const notice = {
  subject: SUBJECTS,
  paragraphs: [
    { kk: 'Форумда сізге орын бар.', ru: 'На форуме для вас есть место.', en: 'The forum has a seat for you.' },
    inAllLanguages((locale) => `${locale} <b>«Zhas» & co</b>\nsecond line`),
  ],
  link: {
    url: 'http://portal.test/offers?a=1&b=2',
    label: { kk: 'Орынды алу', ru: 'Занять место', en: 'Take the seat' },
  },
};

describe('a notice', () => {
  let accounts: Accounts;
  let sender: RunningService;
  beforeAll(async () => {
    accounts = await openAccounts();
    const connection = connectionAs('accounts', accounts.owner, TEST_SECRET);
    sender = await accountsService.open({ connection, now: () => new Date(), log: silentLog });
  });
  afterAll(async () => {
    await sender?.close();
    await accounts?.close();
  });

  it('reaches a person in the language they have chosen, as text and as HTML with one button', async () => {
    const { personId, address } = await givenReader('ru');

    await say({ to: { personId } });

    const [mail] = await accounts.mails(address, 1);
    expect(mail).toMatchObject({ language: 'ru', subject: 'Есть место' });
    expect(mail?.text).toContain('На форуме для вас есть место.\n\nru <b>«Zhas» & co</b>\nsecond line\n\n');
    expect(mail?.text).toContain('Занять место: http://portal.test/offers?a=1&b=2\n');
    expect(mail?.html).toContain('<p>ru &lt;b&gt;«Zhas» &amp; co&lt;/b&gt;<br>second line</p>');
    expect(mail?.html.match(/href="http:\/\/portal\.test\/offers\?a=1&amp;b=2" style/g)).toHaveLength(1);
    expect(mail?.text).not.toContain('The forum has a seat');
  });

  it('reaches whoever has not chosen a language in all of them', async () => {
    const { personId, address } = await givenReader(null);

    await say({ to: { personId } });

    const [mail] = await accounts.mails(address, 1);
    expect(mail).toMatchObject({ language: 'kk, ru, en', subject: 'Орын ұсынылды · Есть место · A seat is free' });
  });

  it('reaches an address that nobody signs in with, in all languages one under the other', async () => {
    await say({ to: { address: 'guest@people.example' } });

    const [mail] = await accounts.mails('guest@people.example', 1);
    const places = ['Форумда сізге орын бар.', 'На форуме для вас есть место.', 'The forum has a seat for you.'].map(
      (text) => mail?.text.indexOf(text) ?? -1,
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.toSorted((one, other) => one - other)).toEqual(places);
    expect(mail?.html).toContain('<div lang="kk">');
  });

  it('reaches an address in one language where it is given', async () => {
    await say({ to: { address: 'kazakh@people.example', locale: 'kk-KZ' } });

    expect(await accounts.mails('kazakh@people.example', 1)).toMatchObject([
      { language: 'kk', subject: 'Орын ұсынылды' },
    ]);
  });

  it('is one mail, however often its event is delivered, and even where the receipt was lost', async () => {
    const { personId, address } = await givenReader('en');
    const about = await say({ to: { personId } });
    await accounts.mails(address, 1);

    const [event] = await accounts.query<{ id: string; payload: object }>(
      `delete from accounts.inbox_event using jobs.job
       where job.name = 'accounts_inbox' and data -> 'payload' ->> 'about' = $1 and inbox_event.id = data ->> 'id'
       returning inbox_event.id, data -> 'payload' as payload`,
      [about],
    );
    await accounts.query(
      `insert into accounts.outbox_event (id, type, occurred_at, payload) values ($1, 'NoticeDue', now(), $2)`,
      [event?.id, event?.payload],
    );
    await say({ to: { address: 'last@people.example' } });

    await accounts.mails('last@people.example', 1);
    await expect.poll(unsettled).toEqual([]);
    expect(await accounts.query('select from accounts.inbox_event where id = $1', [event?.id])).toHaveLength(1);
    expect(await accounts.mails(address, 1)).toHaveLength(1);
  });

  it('does not reach somebody who is erased, nor anybody once it is old', async () => {
    const gone = await givenReader('en');
    await accounts.query(`select identity.forget($1)`, [gone.personId]);
    const late = await givenReader('en');
    const before = (await readdir(accounts.mailFolder)).length;

    await say({ to: { personId: gone.personId } });
    await say({ to: { personId: late.personId }, expiresAt: new Date(Date.now() - 1) });
    await say({ to: { address: 'end@people.example' }, expiresAt: new Date(Date.now() + 60_000) });

    await accounts.mails('end@people.example', 1);
    await expect.poll(unsettled).toEqual([]);
    expect((await readdir(accounts.mailFolder)).length).toBe(before + 2);
  });

  it('is nowhere to be read while it is on its way and after', async () => {
    await say({ to: { address: 'unseen@people.example' } });
    await accounts.mails('unseen@people.example', 1);

    const rows = await accounts.query<{ kept: string }>(
      `select to_jsonb(job)::text as kept from jobs.job union all select to_jsonb(event)::text from accounts.outbox_event as event`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ kept }) => /unseen@|Есть место|seat for you/.test(kept))).toEqual([]);
  });

  /** Says the notice, and tells what it is about. */
  async function say({ to, expiresAt = null }: Pick<NoticeTo, 'to'> & Partial<NoticeTo>): Promise<string> {
    const about = newId('registration');
    await sender.database.orm.em
      .fork()
      .transactional(async (tx) => notify(tx, TEST_KEYS, { to, notice, about, expiresAt }, new Date()));
    return about;
  }

  function unsettled(): Promise<object[]> {
    return accounts.query(
      `select name from jobs.job where name in ('mail', 'accounts_inbox') and state <> 'completed'
       union all select type from accounts.outbox_event`,
    );
  }

  async function givenReader(locale: string | null): Promise<{ personId: string; address: string }> {
    const [reader] = await givenPeople(accounts.owner, 1);
    const personId = reader?.personId ?? '';
    await accounts.query('update accounts.person set preferred_locale = $2 where id = $1', [personId, locale]);
    return { personId, address: `${personId}@test.example` };
  }
});
