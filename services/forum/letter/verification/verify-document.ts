import { timingSafeEqual } from 'node:crypto';
import { initialsOf } from '../../../shared/names/written-name.rules.ts';
import { readCode } from '../../../shared/text/code.rules.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import type { AttendanceCertificateLoaders } from '../attendance/attendance-certificate.loaders.ts';
import type { InvitationLetterLoaders } from '../invitation/invitation-letter.loaders.ts';
import { InvitationLetterStatus } from '../invitation/invitation-letter.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';
import { type NumberedKind, readNumber } from '../numbering/document-number.rules.ts';

/** What anyone learns of a document whose number and code they hold. Never a name. */
export interface VerifiedDocument {
  readonly kind: NumberedKind;
  readonly number: string;
  readonly isValid: boolean;
  readonly editionId: string;
  readonly edition: EditionAsIssued;
  /** `S. A.`; null once the holder is erased. */
  readonly holderInitials: string | null;
  /** ISO, in the edition's time zone. */
  readonly issuedOn: string;
}

type Loaders = InvitationLetterLoaders & AttendanceCertificateLoaders;

/** Finds a document by what is printed on it. Null for a number or code of nothing, and for a code of something else. */
export async function verifyDocument(
  loaders: Loaders,
  typed: { readonly number: string; readonly code: string },
): Promise<VerifiedDocument | null> {
  const read = readNumber(typed.number);
  if (!read) return null;
  const { kind, number } = read;
  if (kind === 'ATTENDANCE_CERTIFICATE') {
    const row = await loaders.attendanceCertificateByNumber.load(number);
    return row && isSame(row.code, typed.code) ? verified(kind, number, true, row) : null;
  }
  const row = await loaders.invitationLetterByNumber.load(number);
  if (!row || row.code === null || !isSame(row.code, typed.code)) return null;
  const { edition_as_issued, issued_at } = row;
  if (!edition_as_issued || !issued_at) return null;
  const isValid = row.status === InvitationLetterStatus.ISSUED;
  return verified(kind, number, isValid, { ...row, edition_as_issued, issued_at });
}

function verified(
  kind: NumberedKind,
  number: string,
  isValid: boolean,
  row: {
    readonly edition_id: string;
    readonly edition_as_issued: EditionAsIssued;
    readonly issued_at: Date;
    readonly latin_name: Parameters<typeof initialsOf>[0] | null;
    readonly native_name: Parameters<typeof initialsOf>[0] | null;
  },
): VerifiedDocument {
  const name = row.latin_name ?? row.native_name;
  return {
    kind,
    number,
    isValid,
    editionId: row.edition_id,
    edition: row.edition_as_issued,
    holderInitials: name && initialsOf(name),
    issuedOn: dayIn(row.edition_as_issued.timeZone, row.issued_at),
  };
}

/** Takes as long for a code that is wrong at its beginning as for one that is wrong at its end. */
function isSame(code: string, typed: string): boolean {
  const [one, other] = [Buffer.from(code), Buffer.from(readCode(typed))];
  return one.length === other.length && timingSafeEqual(one, other);
}
