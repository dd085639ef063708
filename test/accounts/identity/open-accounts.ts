import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { openServices } from '../../../services/open-services.ts';
import type { DatabaseConnection } from '../../../services/shared/database/connection.ts';
import { openJobs } from '../../../services/shared/events/job-queue.ts';
import { CLIENT_ADDRESS_HEADER } from '../../../services/shared/http/gateway-headers.ts';
import type { Logger } from '../../../services/shared/logger.ts';
import type { MailDelivery, OpenIdConnect } from '../../../services/shared/outside.settings.ts';
import { silentLog, TEST_PASSWORD, TEST_SECRET } from '../../support/constants.ts';
import { givenDatabase } from '../../support/database.ts';

export const PUBLIC_URL = 'http://portal.test';

/** What `/auth` answered. */
export interface AuthAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  readonly body: any;
}

export interface KeptLetter {
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Accounts {
  /** Connection of the role that owns the database. */
  readonly owner: DatabaseConnection;
  post(path: string, body: object, headers?: Record<string, string>): Promise<AuthAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<AuthAnswer>;
  /** The mails to an address so far, oldest first, once there are that many. */
  mails(to: string, count: number): Promise<KeptLetter[]>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Puts a scheduled job on its way now. */
  runJob(name: string): Promise<void>;
  /** Folder of the mails, where no other delivery was asked for. */
  readonly mailFolder: string;
  close(): Promise<void>;
}

export interface AccountsOptions {
  readonly demo?: boolean;
  readonly rateLimits?: boolean;
  readonly mail?: MailDelivery | null;
  readonly openIdConnect?: OpenIdConnect;
  readonly publicUrl?: string;
  readonly now?: () => Date;
  readonly log?: Logger;
}

const ARRIVAL_MS = 10_000;

/** Opens accounts alone on a copy of the template; without a demonstration, as in production. Mails go to a folder. */
export async function openAccounts(options: AccountsOptions = {}): Promise<Accounts> {
  const { demo = false, rateLimits = false, publicUrl = PUBLIC_URL, now = () => new Date(), log = silentLog } = options;
  const mailFolder = await mkdtemp(join(tmpdir(), 'erikti-mails-'));
  const { owner, drop } = await givenDatabase();
  const opened = await openServices({
    services: [accounts],
    owner,
    secret: TEST_SECRET,
    publicUrl,
    rateLimits,
    demoPassword: demo ? TEST_PASSWORD : null,
    mail: options.mail === undefined ? { smtpUrl: null, folder: mailFolder } : options.mail,
    openIdConnect: options.openIdConnect ?? null,
    now,
    log,
  });
  const { door } = opened;
  if (!door) throw new Error('accounts has a door');
  const client = new pg.Client({ ...owner });
  await client.connect();

  async function send(path: string, init: RequestInit): Promise<AuthAnswer> {
    const request = new Request(new URL(path, publicUrl), init);
    if (!request.headers.has(CLIENT_ADDRESS_HEADER)) request.headers.set(CLIENT_ADDRESS_HEADER, '192.0.2.1');
    const response = (await door?.handle(request)) ?? Response.error();
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  return {
    owner,
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    get: (path, headers = {}) => send(path, { headers }),
    async mails(to, count) {
      const deadline = Date.now() + ARRIVAL_MS;
      for (;;) {
        const files = (await readdir(mailFolder)).filter((file) => file.endsWith('.json')).sort();
        const letters = await Promise.all(
          files.map(async (file): Promise<KeptLetter> => JSON.parse(await readFile(join(mailFolder, file), 'utf8'))),
        );
        const theirs = letters.filter((letter) => letter.to === to);
        if (theirs.length >= count || Date.now() > deadline) return theirs;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    query: async (sql, values) => (await client.query(sql, values)).rows,
    async runJob(name) {
      const boss = await openJobs(owner, TEST_SECRET, log);
      await boss.send(name);
      await boss.stop({ graceful: true, timeout: 2_000 });
    },
    mailFolder,
    async close() {
      await client.end();
      await opened.close();
      await drop();
      await rm(mailFolder, { recursive: true, force: true });
    },
  };
}

export const GOOD_PASSWORD = 'seven quiet otters';

/** Signs someone up and proves their address by the link in the mail. */
export async function givenAccount(accounts: Accounts, email: string, password = GOOD_PASSWORD): Promise<void> {
  await accounts.post('/auth/sign-up/email', { email, password, name: 'Tester' });
  const [mail] = await accounts.mails(email, 1);
  const verified = await accounts.get(linkIn(mail));
  if (verified.status !== 302) throw new Error(`verification answered ${verified.status}`);
}

/** Path and query of the link in a mail. */
export function linkIn(mail: KeptLetter | undefined): string {
  const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
  if (!link) throw new Error('the mail has no link');
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** The code in a mail: a paragraph of its own. */
export function codeIn(mail: KeptLetter | undefined): string {
  const code = /^\w{8,}$/m.exec(mail?.text ?? '')?.[0];
  if (!code) throw new Error('the mail has no code');
  return code;
}

export async function signIn(accounts: Accounts, email: string, password = GOOD_PASSWORD): Promise<string> {
  const { status, body } = await accounts.post('/auth/sign-in/email', { email, password });
  if (status !== 200) throw new Error(`sign-in answered ${status}`);
  return body.token;
}
