import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { inAllLanguages, notifyEach } from '../../../shared/mail/notice.ts';
import { Opening } from '../../opening/opening.entity.ts';
import { say } from './messages.ts';
import { called, inWords } from './when.rules.ts';

interface TermsChanged {
  readonly openingId: string;
  readonly confirmationEndsAt: Date;
  readonly asked: readonly { readonly id: string; readonly person_id: string }[];
}

/** Asks applicants by mail whether they still want an opening whose terms have changed. */
export async function tellTermsChanged(
  tx: EntityManager,
  keys: KeyRing,
  { openingId, confirmationEndsAt, asked }: TermsChanged,
  now: Date,
): Promise<void> {
  if (asked.length === 0) return;
  const opening = await tx.findOneOrFail(Opening, openingId);
  const notice = {
    subject: inAllLanguages((locale) => say('TERMS_CHANGED_SUBJECT', locale, { opening: called(opening, locale) })),
    paragraphs: [
      inAllLanguages((locale) =>
        say('TERMS_CHANGED_TEXT', locale, { until: inWords(confirmationEndsAt, opening.timeZone, locale) }),
      ),
    ],
  };
  const mails = asked.map(({ id, person_id: personId }) => ({
    to: { personId },
    notice,
    about: id,
    expiresAt: confirmationEndsAt,
  }));
  await notifyEach(tx, keys, mails, now);
}
