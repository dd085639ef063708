import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../../shared/crypto/key-ring.ts';
import { inAllLanguages, type Notice, notifyEach } from '../../../../shared/mail/notice.ts';
import { localize } from '../../../../shared/text/localize.rules.ts';
import type { Edition } from '../../../edition/edition.entity.ts';
import { RegistrationStatus } from '../../registration.rules.ts';
import { type groupMessages, say } from '../messages.ts';

/** What mails are sealed with, and where they lead. */
export interface Postage {
  readonly keys: KeyRing;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}

interface ToldMembers {
  readonly edition: Edition;
  readonly organisation: string;
  readonly status: RegistrationStatus;
  readonly members: readonly {
    readonly registrationId: string;
    /** Null for somebody without an account, who is written to by address. */
    readonly personId: string | null;
    readonly address: string;
  }[];
}

const standings: Readonly<Partial<Record<RegistrationStatus, keyof typeof groupMessages>>> = {
  [RegistrationStatus.WAITLISTED]: 'MAIL_WAITLISTED',
  [RegistrationStatus.PENDING_REVIEW]: 'MAIL_PENDING_REVIEW',
};

/**
 * Has each member told who registered them, where they stand, and how to look at it or withdraw. The address leaves in
 * the sealed notice, and is kept nowhere.
 */
export async function tellMembers(
  tx: EntityManager,
  { keys, publicUrl }: Postage,
  { edition, organisation, status, members }: ToldMembers,
  now: Date,
): Promise<void> {
  const notice = { known: noticeOf('MAIL_SIGN_IN'), unknown: noticeOf('MAIL_SIGN_UP') };
  await notifyEach(
    tx,
    keys,
    members.map(({ registrationId, personId, address }) => ({
      to: personId === null ? { address } : { personId },
      notice: personId === null ? notice.unknown : notice.known,
      about: registrationId,
      expiresAt: edition.endsAt ?? null,
    })),
    now,
  );

  function noticeOf(how: 'MAIL_SIGN_IN' | 'MAIL_SIGN_UP'): Notice {
    const values = (language: string) => ({
      organisation,
      edition: localize(edition.title, language)?.text ?? String(edition.year),
    });
    const standing = standings[status] ?? 'MAIL_CONFIRMED';
    return {
      subject: inAllLanguages((language) => say('MAIL_SUBJECT', language, values(language))),
      paragraphs: [
        inAllLanguages((language) => say('MAIL_REGISTERED', language, values(language))),
        inAllLanguages((language) => say(standing, language)),
        inAllLanguages((language) => say(how, language)),
      ],
      link: { url: `${publicUrl}/`, label: inAllLanguages((language) => say('MAIL_LINK', language)) },
    };
  }
}
