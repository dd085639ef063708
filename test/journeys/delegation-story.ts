import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { sendReminders } from '../../services/delegations/reminder/send-reminders.ts';
import { namedId } from '../../services/shared/ids.ts';
import { TEST_KEYS } from '../support/database.ts';
import { openPortal, type Portal, type TransportName } from '../support/portal.ts';

export const EDITION = namedId('forum_edition', '2026');
/** How long word of an event is given, in milliseconds. */
const WORD_ARRIVES = { timeout: 20_000, interval: 100 };
const PASSWORD = 'a long password of theirs';

/** Somebody in front of the portal, signed in or not. */
export interface Somebody {
  readonly email: string;
  /** Sends a mutation and returns its result; there are no errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  does(operation: string, input: object): Promise<any>;
  /** Asks, and returns the answer; there are no errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  sees(query: string, variables?: object): Promise<any>;
  /** Fetches a file of the delegations. */
  takes(path: string): Promise<{ readonly status: number; readonly type: string | null; readonly body: Buffer }>;
}

export interface Story {
  readonly portal: Portal;
  /** Somebody of the demonstration. */
  demo(name: string): Promise<Somebody>;
  /** Somebody new, who opens an account with an address. */
  newcomer(email: string): Promise<Somebody>;
  /** The same, who signs in again: what they were entrusted with meanwhile counts at once. */
  back(email: string): Promise<Somebody>;
  readonly passerBy: Somebody;
  /** The first mail to an address that has these words, subject and text, once it is there. */
  mail(to: string, words: string): Promise<string>;
  /** Sends the reminders that are due at an instant. */
  remind(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Opens a portal whose mails can be read. */
export async function openStory(transport: TransportName): Promise<Story> {
  const folder = await mkdtemp(join(tmpdir(), 'erikti-story-'));
  const portal = await openPortal(transport, { mail: { smtpUrl: null, folder } });

  function somebody(email: string, token: string | null): Somebody {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const sees: Somebody['sees'] = async (query, variables) => {
      const { data, errors } = await portal.ask(query, variables, headers);
      expect(errors).toEqual([]);
      return data;
    };
    return {
      email,
      sees,
      does: async (operation, input) => Object.values(await sees(operation, { input }))[0],
      async takes(path) {
        const response = await fetch(`${portal.url}/files/delegations/${path}`, { headers });
        const body = Buffer.from(await response.arrayBuffer());
        return { status: response.status, type: response.headers.get('content-type'), body };
      },
    };
  }

  const back = async (email: string) => somebody(email, await portal.signIn(email, PASSWORD));

  async function mailsTo(to: string): Promise<string[]> {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
    const mails = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
    return mails.filter((one) => one.to === to).map(({ subject, text }) => `${subject}\n${text}`);
  }

  return {
    portal,
    async demo(name) {
      const email = `${name}@demo.erikti.example`;
      return somebody(email, await portal.signIn(email));
    },
    async newcomer(email) {
      await fetch(`${portal.url}/auth/sign-up/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD, name: email.split('@')[0] }),
      });
      return back(email);
    },
    back,
    passerBy: somebody('', null),
    mail: (to, words) => eventually(async () => (await mailsTo(to)).find((text) => text.includes(words))),
    async remind(now) {
      const service = portal.opened.running.find(({ name }) => name === 'delegations');
      if (service) await sendReminders(service.database.orm.em.fork(), TEST_KEYS, now);
    },
    async close() {
      await portal.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What there is once it is there: word of it travels between services, and by mail. */
export function eventually<Thing>(look: () => Promise<Thing | null | undefined>): Promise<Thing> {
  return vi.waitFor(async () => {
    const found = await look();
    if (!found) throw new Error('it did not come to this in time');
    return found;
  }, WORD_ARRIVES);
}
