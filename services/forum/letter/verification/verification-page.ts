import type { FileSource } from '../../../shared/files/file.ts';
import { htmlPage } from '../../../shared/files/html-page.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { portalLanguage } from '../../../shared/text/localize.rules.ts';
import { inLanguage } from '../../../shared/text/wording.rules.ts';
import type { AttendanceCertificateLoaders } from '../attendance/attendance-certificate.loaders.ts';
import type { InvitationLetterLoaders } from '../invitation/invitation-letter.loaders.ts';
import { print, type printMessages } from '../print/messages.ts';
import { daysInWords, placeInWords } from '../print/wording.rules.ts';
import { verifyDocument } from './verify-document.ts';

interface LetterContext extends ServiceContext {
  readonly loaders: InvitationLetterLoaders & AttendanceCertificateLoaders;
}

/**
 * The page that the QR code of a letter or certificate leads anyone to, in the language of their browser: whether it is
 * genuine and valid, and of which edition. Never a name.
 */
export const verificationPage: FileSource<LetterContext> = async ({ loaders, locale }, { id, query }) => {
  const language = portalLanguage(locale);
  const document = await verifyDocument(loaders, { number: id, code: query.code ?? '' });
  const say = (key: keyof typeof printMessages, values?: Record<string, string>) => print(key, language, values);
  const lines = document
    ? [
        say(document.kind === 'INVITATION_LETTER' ? 'LETTER_HEADING' : 'CERTIFICATE_HEADING'),
        say('NUMBER_AND_DATE', { number: document.number, date: document.issuedOn }),
        document.edition.isDemo ? say('DEMO') : null,
        inLanguage(document.edition.title, language),
        placeInWords(document.edition, language),
        daysInWords(document.edition, language),
        document.holderInitials && say('HOLDER', { initials: document.holderInitials }),
        document.holderInitials && say('DIFFERENT_HOLDER'),
      ]
    : [];
  const heading = say(document ? (document.isValid ? 'GENUINE' : 'REVOKED') : 'NOT_GENUINE');
  return { contentType: 'text/html; charset=utf-8', filename: null, body: htmlPage(language, heading, lines) };
};
