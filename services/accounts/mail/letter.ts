import { type PortalLanguage, portalLanguage } from '../../shared/text/localize.rules.ts';
import { escapeHtml, type MailKind, VALID_MINUTES } from './mail.rules.ts';
import { say } from './messages.ts';

/** A mail as it goes out. */
export interface Letter {
  readonly to: string;
  readonly language: PortalLanguage;
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
const PAGE = 'font:16px/1.5 system-ui,sans-serif;color:#1f2937;max-width:34em;margin:2em auto;padding:0 1em';
const CODE = 'font:600 24px/1.5 ui-monospace,monospace;letter-spacing:.1em';
const BUTTON =
  'display:inline-block;padding:.6em 1.2em;border-radius:.4em;background:#0f766e;color:#ffffff;text-decoration:none';

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
  if (!/^https?:\/\//.test(secret)) return `<p style="${CODE}">${escapeHtml(secret)}</p>`;
  const link = escapeHtml(secret);
  return `<p><a href="${link}" style="${BUTTON}">${escapeHtml(label)}</a></p>\n<p><a href="${link}">${link}</a></p>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function page(language: PortalLanguage, title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="${PAGE}">
${parts.join('\n')}
</body>
</html>
`;
}
