import { createHash } from 'node:crypto';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Clock } from '../../shared/clock.ts';
import { derivedKey, KeyRing } from '../../shared/crypto/key-ring.ts';
import type { Logger } from '../../shared/logger.ts';
import { openNotice } from '../../shared/mail/notice.ts';
import { type Letter, writeLetter } from './letter.ts';
import { expiryOf, type MailKind } from './mail.rules.ts';
import { writeNotice } from './notice-letter.ts';
import type { Post } from './post.ts';
import { mailSeal, type Seal } from './sealed-secret.ts';

const MAIL = 'mail';
const UNDELIVERABLE = 'mail_undeliverable';
const POLLING_INTERVAL_SECONDS = 0.5;
const BATCH = 10;
const DAY_SECONDS = 24 * 60 * 60;
/**
 * Tries until long after a code is of any use; one that is, is tried again within seconds. A mail that a killed process
 * had in hand is taken up again after half a minute.
 */
const DELIVERY = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 900, heartbeatSeconds: 30 };
/** What remains of a job holds no secret that can be read, and goes after this long. */
const KEPT = { retentionSeconds: 2 * DAY_SECONDS, deleteAfterSeconds: DAY_SECONDS };

export interface MailRequest {
  readonly kind: MailKind;
  readonly personId: string;
  /** What the request for it was made in, BCP 47; null when it did not say. */
  readonly locale: string | null;
  /** The link or the code it brings; null for none. */
  readonly secret: string | null;
}

/** Where and how someone reads their mail. */
export interface Reader {
  readonly address: string;
  /** What they chose; null until they have. */
  readonly locale: string | null;
}

/** What a service has to say to somebody, as the event brought it. */
export interface NoticeRequest {
  /** Of the event: however often it is delivered, one mail leaves. */
  readonly eventId: string;
  /** Null for a reader without an account, whose address is sealed with the text. */
  readonly personId: string | null;
  /** ID of what it is about. */
  readonly about: string;
  readonly sealed: string;
  readonly expiresAt: Date | null;
}

interface LetterJob {
  readonly kind: MailKind;
  readonly personId: string;
  readonly locale: string | null;
  readonly sealed: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

interface NoticeJob {
  readonly kind: 'NOTICE';
  readonly personId: string | null;
  readonly about: string;
  readonly sealed: string;
  /** Epoch milliseconds; null for news at any time. */
  readonly expiresAt: number | null;
}

type MailJob = LetterJob | NoticeJob;
type ReaderOf = (personId: string) => Promise<Reader | null>;

export interface MailQueueOptions {
  readonly boss: PgBoss;
  /** The deployment's secret. */
  readonly secret: string;
  readonly now: Clock;
  readonly log: Logger;
}

/** Mails that wait to be sent. They are written when they leave, to where their reader is by then. */
export class MailQueue {
  readonly #boss: PgBoss;
  readonly #seal: Seal;
  readonly #keys: KeyRing;
  readonly #now: Clock;
  readonly #log: Logger;

  private constructor({ boss, secret, now, log }: MailQueueOptions) {
    this.#boss = boss;
    this.#seal = mailSeal(secret);
    this.#keys = new KeyRing([derivedKey(secret)]);
    this.#now = now;
    this.#log = log;
  }

  static async open(options: MailQueueOptions): Promise<MailQueue> {
    await options.boss.createQueue(UNDELIVERABLE, KEPT);
    await options.boss.createQueue(MAIL, { ...DELIVERY, ...KEPT, deadLetter: UNDELIVERABLE });
    return new MailQueue(options);
  }

  async ask({ kind, personId, locale, secret }: MailRequest): Promise<void> {
    const sealed = secret === null ? null : await this.#seal.seal(secret);
    const job: LetterJob = { kind, personId, locale, sealed, expiresAt: expiryOf(kind, this.#now()).getTime() };
    await this.#boss.send(MAIL, job);
  }

  async askForNotice({ eventId, expiresAt, ...notice }: NoticeRequest): Promise<void> {
    const job: NoticeJob = { kind: 'NOTICE', ...notice, expiresAt: expiresAt?.getTime() ?? null };
    await this.#boss.send(MAIL, job, { id: jobIdOf(eventId) });
  }

  /** Sends what is asked for until `rest`. `readerOf` answers null for someone who is gone. */
  async work(post: Post, readerOf: ReaderOf): Promise<void> {
    await this.#boss.work<MailJob>(
      MAIL,
      { batchSize: BATCH, pollingIntervalSeconds: POLLING_INTERVAL_SECONDS, perJobResults: true },
      (jobs) => Promise.all(jobs.map((job) => this.#settle(job, post, readerOf))),
    );
  }

  /** Ends after the mails under way. */
  async rest(): Promise<void> {
    await this.#boss.offWork(MAIL, { wait: true });
  }

  async #settle({ id, data }: Job<MailJob>, post: Post, readerOf: ReaderOf): Promise<JobResult> {
    try {
      await this.#send(data, post, readerOf);
    } catch (error) {
      // What a mail server says may name the reader, so its code alone is noted.
      const code = codeOf(error);
      const isFinal = isRefusedForGood(error);
      this.#log.error({ mailId: id, kind: data.kind, code }, isFinal ? 'mail refused' : 'mail not sent yet');
      return { id, status: isFinal ? 'deadletter' : 'failed', output: { code } };
    }
    // A mail that is out leaves nothing behind, but for a notice: the event may come again, and is known by its job.
    if (data.kind !== 'NOTICE') {
      await this.#boss.deleteJob(MAIL, id).catch((err: unknown) => this.#log.error({ mailId: id, err }, 'sent mail'));
    }
    return { id, status: 'completed' };
  }

  async #send(job: MailJob, post: Post, readerOf: ReaderOf): Promise<void> {
    if (job.expiresAt !== null && job.expiresAt <= this.#now().getTime()) return;
    const isNotice = job.kind === 'NOTICE';
    const letter = isNotice ? await this.#notice(job, readerOf) : await this.#letter(job, readerOf);
    const readerId = isNotice ? (job.personId ?? job.about) : job.personId;
    if (letter) await post.send(letter, readerId);
  }

  async #letter(job: LetterJob, readerOf: ReaderOf): Promise<Letter | null> {
    const reader = await readerOf(job.personId);
    if (!reader) return null;
    const secret = job.sealed === null ? null : await this.#seal.open(job.sealed);
    const locale = reader.locale ?? job.locale ?? 'en';
    return writeLetter({ kind: job.kind, to: reader.address, locale, secret });
  }

  async #notice(job: NoticeJob, readerOf: ReaderOf): Promise<Letter | null> {
    const notice = openNotice(this.#keys, job);
    const { address, locale } = notice;
    const reader = job.personId !== null ? await readerOf(job.personId) : address !== null ? { address, locale } : null;
    return reader && writeNotice(notice, reader);
  }
}

/** The same for an event each time. */
function jobIdOf(eventId: string): string {
  const hex = createHash('sha256').update(eventId).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A mail server's "no, and do not ask again": a 5xx answer about this very mail. */
function isRefusedForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return false;
  const aboutThisMail = 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
  return aboutThisMail && typeof error.responseCode === 'number' && error.responseCode >= 500;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('responseCode' in error && typeof error.responseCode === 'number') return String(error.responseCode);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
