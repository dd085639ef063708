import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { KeyRing } from '../crypto/key-ring.ts';
import { openPayload, sealPayload } from '../events/sealed-payload.ts';
import type { EventPayload } from '../journal/journal.entities.ts';
import { publish } from '../journal/journal.ts';
import { publishEach } from '../journal/journal-in-bulk.ts';
import type { PortalLanguage } from '../text/localize.rules.ts';

const NOTICE_DUE = 'NoticeDue';

const InAllLanguages = z.object({ kk: z.string(), ru: z.string(), en: z.string() });

const SealedNotice = z.object({
  /** Where it goes, for a reader without an account; null for a person, whose address is looked up when it leaves. */
  address: z.string().nullable(),
  /** What a reader without an account reads, BCP 47; null for one who is written to in all languages. */
  locale: z.string().nullable(),
  subject: InAllLanguages,
  paragraphs: z.array(InAllLanguages),
  link: z.object({ url: z.url({ protocol: /^https?$/ }), label: InAllLanguages }).nullable(),
});

/** A text in each language of the portal. */
export type Texts3 = Readonly<Record<PortalLanguage, string>>;

/** What a mail says that is no part of signing in; worded by the service that has something to say. */
export interface Notice {
  readonly subject: Texts3;
  /** Each is one paragraph. They are plain text, and may hold what people wrote. */
  readonly paragraphs: readonly Texts3[];
  /** Where the mail's one button leads, http or https. */
  readonly link?: { readonly url: string; readonly label: Texts3 };
}

export interface NoticeTo {
  /** A person, wherever they read their mail by then; or an address that nobody signs in with. */
  readonly to: { readonly personId: string } | { readonly address: string; readonly locale?: string | null };
  readonly notice: Notice;
  /** ID of what it is about. */
  readonly about: string;
  /** From when on it is no news any more, and is not sent; null for never. */
  readonly expiresAt: Date | null;
}

/**
 * Has a mail sent to somebody, if the transaction is committed.
 *
 * Its text and an address are sealed until it leaves. A person reads it in the language they have chosen, and anybody
 * whose language is not known in all of them. Somebody who is erased by then gets nothing.
 */
export function notify(tx: EntityManager, keys: KeyRing, noticeTo: NoticeTo, now: Date): void {
  publish(tx, NOTICE_DUE, noticeDue(keys, noticeTo), now);
}

/** Has mails sent to many, as `notify` does: in one statement, whatever their number. */
export function notifyEach(tx: EntityManager, keys: KeyRing, notices: readonly NoticeTo[], now: Date): Promise<void> {
  return publishEach(
    tx,
    NOTICE_DUE,
    notices.map((noticeTo) => noticeDue(keys, noticeTo)),
    now,
  );
}

function noticeDue(keys: KeyRing, { to, notice, about, expiresAt }: NoticeTo): EventPayload {
  const reader =
    'personId' in to ? { address: null, locale: null } : { address: to.address, locale: to.locale ?? null };
  const content: z.input<typeof SealedNotice> = {
    ...reader,
    subject: notice.subject,
    paragraphs: [...notice.paragraphs],
    link: notice.link ?? null,
  };
  return {
    personId: 'personId' in to ? to.personId : null,
    about,
    expiresAt: expiresAt?.toISOString() ?? null,
    sealed: sealPayload(keys, NOTICE_DUE, about, SealedNotice.parse(content)),
  };
}

/** What a notice says and to whom, as `notify` has sealed it. */
export type OpenNotice = z.infer<typeof SealedNotice>;

export function openNotice(keys: KeyRing, { about, sealed }: Pick<EventPayload, 'about' | 'sealed'>): OpenNotice {
  return openPayload(keys, NOTICE_DUE, String(about), sealed, SealedNotice);
}

/** Words a text in every language of the portal: `inAllLanguages((locale) => say('SEAT_OFFERED', locale, values))`. */
export function inAllLanguages(word: (locale: PortalLanguage) => string): Texts3 {
  return { kk: word('kk'), ru: word('ru'), en: word('en') };
}
