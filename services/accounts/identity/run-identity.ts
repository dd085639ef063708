import type { PgBoss } from 'pg-boss';
import type { Clock } from '../../shared/clock.ts';
import type { ServiceDatabase } from '../../shared/database/service-database.ts';
import { statement } from '../../shared/database/statement.ts';
import type { MailDelivery } from '../../shared/outside.settings.ts';
import { folderPost } from '../mail/folder-post.ts';
import { MailQueue, type NoticeRequest, type Reader } from '../mail/mail-queue.ts';
import type { Post } from '../mail/post.ts';
import { smtpPost } from '../mail/smtp-post.ts';
import { type Identity, type IdentityOptions, openIdentity } from './identity.ts';

const LOCALE_OF_PERSON = statement('locale_of_person', 'select preferred_locale from person where id = $1');
const PEOPLE_AMONG = statement('people_among', 'select id from person where id = any($1::text[])');

const CLEAN_UP = 'identity_clean_up';
const EVERY_NIGHT = '20 2 * * *';
/** How long a sign-up waits for its address to be proven. */
const UNVERIFIED_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface RunIdentityOptions extends Omit<IdentityOptions, 'askForMail'> {
  readonly boss: PgBoss;
  /** Of the people behind the accounts. */
  readonly people: ServiceDatabase;
  /** How mails leave; null in a process that sends none, where they wait in the queue. */
  readonly mail: MailDelivery | null;
  readonly now: Clock;
}

/** Identity at work. */
export interface RunningIdentity extends Identity {
  /** Puts a mail on its way that another service has worded. */
  askForNotice(notice: NoticeRequest): Promise<void>;
  /** Destroys what is kept of mails to a person. */
  forgetMails(personId: string): Promise<void>;
}

/** Opens identity with what it does besides answering: mails leave, and sign-ups that nobody proved go. */
export async function runIdentity(options: RunIdentityOptions): Promise<RunningIdentity> {
  const { boss, people, mail, now, ...rest } = options;
  await using opened = new AsyncDisposableStack();
  const queue = await MailQueue.open({ boss, secret: rest.secret, now, log: rest.log });
  const identity = opened.adopt(openIdentity({ ...rest, askForMail: (asked) => queue.ask(asked) }), (open) =>
    open.close(),
  );

  let post: Post | null = null;
  if (mail) {
    post = opened.adopt(
      mail.smtpUrl === null ? folderPost(mail.folder, now) : smtpPost(mail.smtpUrl, mail.from),
      (open) => open.close(),
    );
    await queue.work(post, (personId) => readerOf(identity, people, personId));
    opened.defer(() => queue.rest());
  }
  await boss.createQueue(CLEAN_UP);
  await boss.schedule(CLEAN_UP, EVERY_NIGHT);
  await boss.work(CLEAN_UP, () =>
    identity.deleteUnverified(new Date(now().getTime() - UNVERIFIED_DAYS * DAY_MS), (ids) => peopleAmong(people, ids)),
  );
  opened.defer(() => boss.offWork(CLEAN_UP, { wait: true }));

  const closing = opened.move();
  return {
    ...identity,
    askForNotice: (notice) => queue.askForNotice(notice),
    forgetMails: async (personId) => post?.forget(personId),
    close: () => closing.disposeAsync(),
  };
}

async function readerOf(identity: Identity, { read }: ServiceDatabase, personId: string): Promise<Reader | null> {
  const address = await identity.addressOf(personId);
  if (address === null) return null;
  const [person] = await read.rows<{ preferred_locale: string | null }>(LOCALE_OF_PERSON, [personId]);
  return { address, locale: person?.preferred_locale ?? null };
}

async function peopleAmong({ read }: ServiceDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await read.rows<{ id: string }>(PEOPLE_AMONG, [ids]);
  return new Set(rows.map(({ id }) => id));
}
