import type { OpenNotice } from '../../shared/mail/notice.ts';
import { PORTAL_LANGUAGES, type PortalLanguage, portalLanguage } from '../../shared/text/localize.rules.ts';
import type { Letter } from './letter.ts';
import { button, page, paragraph } from './letter-page.ts';
import { say } from './messages.ts';

export interface NoticeReader {
  readonly address: string;
  /** What they read, BCP 47; null where nobody knows, and they are written to in all languages. */
  readonly locale: string | null;
}

/** Writes what a service has to say as a mail: in the reader's language, or in all of them one under the other. */
export function writeNotice(notice: OpenNotice, { address, locale }: NoticeReader): Letter {
  const languages = locale === null ? PORTAL_LANGUAGES : [portalLanguage(locale)];
  const subject = languages.map((language) => oneLine(notice.subject[language])).join(' · ');
  const [first = 'en'] = languages;
  return {
    to: address,
    language: languages.join(', '),
    subject,
    text: `${languages.map((language) => asText(notice, language)).join('\n\n———\n\n')}\n`,
    html: page(
      first,
      subject,
      languages.map((language) => `<div lang="${language}">\n${asHtml(notice, language)}\n</div>`),
    ),
  };
}

function asText(notice: OpenNotice, language: PortalLanguage): string {
  const link = notice.link ? [`${notice.link.label[language]}: ${notice.link.url}`] : [];
  return [...wording(notice, language), ...link, say('SIGNATURE', language)].join('\n\n');
}

function asHtml(notice: OpenNotice, language: PortalLanguage): string {
  const link = notice.link ? [button(notice.link.url, notice.link.label[language])] : [];
  const said = wording(notice, language).map(paragraph);
  return [...said, ...link, paragraph(say('SIGNATURE', language))].join('\n');
}

function wording({ paragraphs }: OpenNotice, language: PortalLanguage): string[] {
  return [say('GREETING', language), ...paragraphs.map((texts) => texts[language])];
}

/** A subject is one line, whatever it is made of. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
