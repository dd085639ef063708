import type { FileSource } from '../../../shared/files/file.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { portalLanguage } from '../../../shared/text/localize.rules.ts';
import type { AttendanceCertificateLoaders } from '../attendance/attendance-certificate.loaders.ts';
import type { InvitationLetterLoaders } from '../invitation/invitation-letter.loaders.ts';
import { InvitationLetterStatus } from '../invitation/invitation-letter.rules.ts';
import { maySeeDocument } from '../letter.rules.ts';
import { verificationUrl } from '../verification/verification-url.ts';
import { attendanceCertificatePdf } from './attendance-certificate-pdf.ts';
import { invitationLetterPdf } from './invitation-letter-pdf.ts';

interface LetterContext extends ServiceContext {
  readonly loaders: InvitationLetterLoaders & AttendanceCertificateLoaders;
}

const PDF = 'application/pdf';

/** An issued letter as a PDF, for the person and for those who run the edition. Revoked, it is gone. */
export const invitationLetterFile: FileSource<LetterContext> = async ({ viewer, loaders, publicUrl }, { id }) => {
  if (viewer.personId === null) return 'unauthenticated';
  const row = await loaders.invitationLetterById.load(id);
  if (!row || !maySeeDocument(viewer, { personId: row.person_id, editionId: row.edition_id })) return 'not-found';
  if (row.status === InvitationLetterStatus.REVOKED) return 'expired';
  const { number, code, issued_at, latin_name, category, edition_as_issued, signatory } = row;
  if (!number || !code || !issued_at || !category || !edition_as_issued || !signatory) return 'not-found';
  // Nobody is left whom it would invite.
  if (!latin_name) return 'expired';
  const body = await invitationLetterPdf({
    language: row.language,
    embassy: row.embassy,
    issuedAt: issued_at,
    latinName: latin_name,
    nativeName: row.native_name,
    citizenship: row.citizenship,
    category,
    edition: edition_as_issued,
    signatory,
    verification: { number, code, url: verificationUrl(publicUrl, { number, code }) },
  });
  return { contentType: PDF, filename: `invitation-${number}.pdf`, body, lastModified: issued_at };
};

/** A certificate as a PDF, for the person and for those who run the edition, in the language of `?language=`. */
export const attendanceCertificateFile: FileSource<LetterContext> = async (
  { viewer, loaders, publicUrl, locale },
  { id, query },
) => {
  if (viewer.personId === null) return 'unauthenticated';
  const row = await loaders.attendanceCertificateById.load(id);
  if (!row || !maySeeDocument(viewer, { personId: row.person_id, editionId: row.edition_id })) return 'not-found';
  const { number, code, issued_at, latin_name, native_name } = row;
  if (!latin_name && !native_name) return 'expired';
  const body = await attendanceCertificatePdf({
    language: portalLanguage(query.language ?? locale),
    issuedAt: issued_at,
    latinName: latin_name,
    nativeName: native_name,
    edition: row.edition_as_issued,
    verification: { number, code, url: verificationUrl(publicUrl, { number, code }) },
  });
  return { contentType: PDF, filename: `certificate-${number}.pdf`, body, lastModified: issued_at };
};
