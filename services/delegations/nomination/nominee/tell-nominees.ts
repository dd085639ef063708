import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { inAllLanguages, type Notice, notifyEach, type Texts3 } from '../../../shared/mail/notice.ts';
import { inWords, zoneInWords } from '../../../shared/text/when.rules.ts';
import { countryName } from '../../country/country-name.rules.ts';
import type { Delegation } from '../../delegation/delegation.entity.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { say } from '../messages.ts';

/** What mails are sealed with, and where they lead. */
export interface Postage {
  readonly keys: KeyRing;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}

interface ToldNominees {
  readonly delegation: Delegation;
  readonly nominees: readonly {
    readonly nominationId: string;
    /** Somebody without an account is written to by address. */
    readonly to: { readonly personId: string } | { readonly address: string };
    readonly isAlternate: boolean;
  }[];
}

/**
 * Has each nominee told which delegation names them, and how and until when to confirm. The address leaves in the sealed notice, and is
 * kept nowhere.
 */
export async function tellNominees(
  tx: EntityManager,
  { keys, publicUrl }: Postage,
  { delegation, nominees }: ToldNominees,
  now: Date,
): Promise<void> {
  if (nominees.length === 0) return;
  const { confirmation, timeZone } = await deadlinesOf(tx, delegation.editionId);
  await notifyEach(
    tx,
    keys,
    nominees.map(({ nominationId, to, isAlternate }) => ({
      to,
      notice: noticeOf(
        isAlternate ? 'MAIL_ALTERNATE' : 'MAIL_NOMINATED',
        'address' in to ? 'MAIL_SIGN_UP' : 'MAIL_SIGN_IN',
      ),
      about: nominationId,
      expiresAt: confirmation,
    })),
    now,
  );

  function noticeOf(what: 'MAIL_NOMINATED' | 'MAIL_ALTERNATE', how: 'MAIL_SIGN_IN' | 'MAIL_SIGN_UP'): Notice {
    const values = (language: string) => ({ country: countryName(delegation.country.code, language) });
    return {
      subject: inAllLanguages((language) => say('MAIL_SUBJECT', language, values(language))),
      paragraphs: [
        inAllLanguages((language) => say(what, language, values(language))),
        inAllLanguages((language) => say(how, language)),
        ...(confirmation && timeZone && what === 'MAIL_NOMINATED' ? [untilWords(confirmation, timeZone)] : []),
      ],
      link: { url: `${publicUrl}/`, label: inAllLanguages((language) => say('MAIL_LINK', language)) },
    };
  }
}

/** Until when to confirm, on the clocks of the edition. */
function untilWords(until: Date, timeZone: string): Texts3 {
  return inAllLanguages((language) =>
    say('MAIL_CONFIRM_UNTIL', language, {
      when: inWords(until, timeZone, language),
      zone: zoneInWords(timeZone, until, language),
    }),
  );
}
