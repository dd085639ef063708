import { type PortalLanguage, portalLanguage } from '../../shared/text/localize.rules.ts';
import { button, page, paragraph } from './letter-page.ts';
import { escapeHtml, type MailKind, VALID_MINUTES } from './mail.rules.ts';
import { say } from './messages.ts';

/** A mail as it goes out. */
export interface Letter {
  readonly to: string;
  /** As the header `Content-Language` has it: one of the portal's languages, or several after commas. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface LetterContent {
  readonly kind: MailKind;
  /** The reader's address. */
  readonly to: string;
  /** What the reader reads best, BCP 47. */
  readonly locale: string;
  /** The link or the code that the mail brings; null where it brings none. */
  readonly secret: string | null;
}

const MINUTES_IN_HOUR = 60;
const CODE = 'font:600 24px/1.5 ui-monospace,monospace;letter-spacing:.1em';

/**
 * Writes a mail in the language nearest to the reader's, as text and as HTML.
 *
 * It repeats nothing that was typed at sign-up, such as a name: anyone may type anything there, with anybody's address.
 * The HTML loads nothing from anywhere.
 */
export function writeLetter({ kind, to, locale, secret }: LetterContent): Letter {
  const language = portalLanguage(locale);
  const subject = say(`${kind}_SUBJECT`, language);
  const before = [say('GREETING', language), say(`${kind}_TEXT`, language)];
  const after = [...(secret === null ? [] : [validity(kind, language)]), say(`${kind}_NOTE`, language)];
  const signature = say('SIGNATURE', language);
  return {
    to,
    language,
    subject,
    text: `${[...before, ...(secret === null ? [] : [secret]), ...after, signature].join('\n\n')}\n`,
    html: page(language, subject, [
      ...before.map(paragraph),
      ...(secret === null ? [] : [offer(secret, say(`${kind}_SUBJECT`, language))]),
      ...after.map(paragraph),
      paragraph(signature),
    ]),
  };
}

function validity(kind: MailKind, language: PortalLanguage): string {
  const minutes = VALID_MINUTES[kind];
  return minutes % MINUTES_IN_HOUR === 0
    ? say('VALID_HOURS', language, { count: minutes / MINUTES_IN_HOUR })
    : say('VALID_MINUTES', language, { count: minutes });
}

function offer(secret: string, label: string): string {
  return /^https?:\/\//.test(secret) ? button(secret, label) : `<p style="${CODE}">${escapeHtml(secret)}</p>`;
}
