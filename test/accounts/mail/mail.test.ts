import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLetter } from '../../../services/accounts/mail/letter.ts';
import { type MailKind, VALID_MINUTES } from '../../../services/accounts/mail/mail.rules.ts';
import { smtpPost } from '../../../services/accounts/mail/smtp-post.ts';
import { PORTAL_LANGUAGES } from '../../../services/shared/text/localize.rules.ts';
import { type Accounts, GOOD_PASSWORD, givenAccount, openAccounts } from '../identity/open-accounts.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const FROM = 'Erikti <portal@erikti.example>';

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server?.close());

describe('mails by a mail server', () => {
  let accounts: Accounts;
  beforeEach(async () => {
    accounts = await openAccounts({ mail: { smtpUrl: server.url, from: FROM } });
  });
  afterEach(() => accounts?.close());
  const signUp = (email: string, language = 'en') =>
    accounts.post(
      '/auth/sign-up/email',
      { email, password: GOOD_PASSWORD, name: 'Tester' },
      { 'accept-language': language },
    );

  it('arrive as text and HTML, in the language of the request', async () => {
    await signUp('aida@people.example', 'kk-KZ,ru;q=0.5');

    await arrival(1);
    const [mail] = server.received;
    expect({ from: mail?.from, to: mail?.to, subject: mail?.subject }).toEqual({
      from: 'portal@erikti.example',
      to: ['aida@people.example'],
      subject: 'Электрондық поштаңызды растаңыз',
    });
    expect(
      Object.fromEntries(
        ['from', 'to', 'content-language', 'auto-submitted'].map((name) => [name, mail?.headers.get(name)]),
      ),
    ).toEqual({
      from: FROM,
      to: 'aida@people.example',
      'content-language': 'kk',
      'auto-submitted': 'auto-generated',
    });
    const link = /http:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).toMatch(/^http:\/\/portal\.test\/auth\/verify-email\?token=/);
    expect(mail?.html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
    expect(mail?.html).toContain('<html lang="kk">');
  });

  it('are in the language that the reader chose, whatever the request was in', async () => {
    await signUp('chosen@people.example');
    await arrival(1);
    await accounts.query(
      `insert into accounts.person (id, display_name, preferred_locale, created_at)
       select id, name, 'ru', now() from identity."user" where email = 'chosen@people.example'`,
    );

    await accounts.post(
      '/auth/request-password-reset',
      { email: 'chosen@people.example' },
      { 'accept-language': 'en' },
    );

    await arrival(2);
    expect(server.received[1]?.subject).toBe('Код для нового пароля');
  });

  it('are sent again after the mail server was busy, once, and leave nothing in the queue', async () => {
    server.refuseNext(451, 451);

    await signUp('busy@people.example');

    await arrival(1);
    expect(server.offered).toBe(3);
    await expect.poll(() => accounts.query(`select name from jobs.job where name like 'mail%'`)).toEqual([]);
    expect(server.received).toHaveLength(1);
  }, 30_000);

  it('are not tried again once the mail server has refused one for good; what remains cannot be read', async () => {
    server.refuseNext(550);

    await signUp('refused@people.example');

    await expect
      .poll(() => accounts.query<{ data: object }>(`select data from jobs.job where name = 'mail_undeliverable'`), {
        timeout: 10_000,
      })
      .toHaveLength(1);
    const rows = await accounts.query<{ kept: string }>(
      `select row_to_json(job)::text as kept from jobs.job where name like 'mail%'`,
    );
    expect(rows.filter(({ kept }) => /refused@people|verify-email/.test(kept))).toEqual([]);
    expect({ offered: server.offered, received: server.received }).toEqual({ offered: 1, received: [] });
  });

  it('wait for a mail server that is away', async () => {
    const { port } = new URL(server.url);
    await server.close();
    await signUp('away@people.example');
    await expect
      .poll(() => accounts.query(`select state from jobs.job where name = 'mail'`), { timeout: 10_000 })
      .toEqual([{ state: 'retry' }]);

    server = await startMailServer(Number(port));

    await arrival(1);
  }, 30_000);

  it('go to nobody who is gone', async () => {
    await signUp('gone@people.example');
    await arrival(1);
    server.refuseNext(451);
    await accounts.post('/auth/request-password-reset', { email: 'gone@people.example' });
    await expect.poll(() => server.offered, { timeout: 10_000 }).toBe(2);

    await accounts.query(`delete from identity."user" where email = 'gone@people.example'`);

    await expect
      .poll(() => accounts.query(`select from jobs.job where name = 'mail'`), { timeout: 15_000 })
      .toEqual([]);
    expect(server.received).toHaveLength(1);
  }, 30_000);
});

describe('a letter that someone tampered with', () => {
  it.each([
    ['a second reader in the address', { to: 'a@people.example\r\nBcc: b@people.example' }],
    ['a list of readers', { to: 'a@people.example, b@people.example' }],
    ['a header in the subject', { subject: 'Hello\r\nBcc: b@people.example' }],
    ['a second mail in the text', { text: 'Hello\r\n.\r\nMAIL FROM:<b@people.example>\r\n' }],
  ])('reaches nobody else and gains no header: %s', async (_case, wrong) => {
    const post = smtpPost(server.url, FROM);
    const letter = writeLetter({ kind: 'SIGN_IN_CODE', to: 'a@people.example', locale: 'en', secret: '12345678' });

    await post.send({ ...letter, ...wrong }, 'person_1').catch(() => {});

    post.close();
    expect(server.received.length).toBeLessThanOrEqual(1);
    expect(server.received.flatMap(({ to }) => to).filter((to) => to === 'b@people.example')).toEqual([]);
    expect(server.received.filter(({ headers }) => headers.has('bcc'))).toEqual([]);
  });
});

describe('a letter', () => {
  const kinds = Object.keys(VALID_MINUTES) as MailKind[];
  it.each(kinds)('%s is written in every language, loads nothing, and brings what it is to bring', (kind) => {
    const secret = kind.endsWith('LINK') || kind === 'VERIFY_ADDRESS' ? 'https://portal.test/a?b=1&c=<2>' : '12345678';
    const letters = PORTAL_LANGUAGES.map((locale) => writeLetter({ kind, to: 'a@people.example', locale, secret }));

    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(3);
    for (const { text, html, subject } of letters) {
      expect(text).toContain(`\n\n${secret}\n\n`);
      expect(text + html + subject).not.toMatch(/[A-Z]{3,}_[A-Z]/);
      expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form)\b|url\(|@import|src=/i);
      expect(html).not.toContain('<2>');
    }
  });

  it('says how long its code works', () => {
    const texts = PORTAL_LANGUAGES.map(
      (locale) => writeLetter({ kind: 'RESET_CODE', to: '', locale, secret: '1' }).text,
    );

    expect(texts.map((text) => text.split('\n\n')[3])).toEqual([
      '10 минут жарамды.',
      'Действует 10 минут.',
      'It works for 10 minutes.',
    ]);
  });
});

describe('mails of a portal without a mail server', () => {
  it('are files that only the portal can read', async () => {
    const accounts = await openAccounts();
    await givenAccount(accounts, 'file@people.example');

    const files = await readdir(accounts.mailFolder);

    expect(files.map((file) => file.replace(/^[\dTZ-]+-person_\w+-[0-9a-f]{8}/, '*')).toSorted()).toEqual([
      '*.json',
      '*.txt',
    ]);
    const modes = await Promise.all(
      files.map(async (file) => (await stat(join(accounts.mailFolder, file))).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o600]);
    await accounts.close();
  });
});

/** Waits until that many mails are in. */
async function arrival(count: number): Promise<void> {
  await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(count);
}
