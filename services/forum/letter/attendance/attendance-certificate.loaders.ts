import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { PersonName } from '../../registration/identity/identity.rules.ts';
import type { EditionAsIssued } from '../letter.rules.ts';

/** A certificate as the graph and the page read it. */
export interface AttendanceCertificateRow {
  readonly key: string;
  readonly id: string;
  readonly registration_id: string;
  readonly edition_id: string;
  /** Whose it is; null for somebody without an account. */
  readonly person_id: string | null;
  readonly number: string;
  readonly code: string;
  readonly issued_at: Date;
  /** Both names are null once the person is erased. */
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly edition_as_issued: EditionAsIssued;
}

const COLUMNS = `certificate.id, registration_id, certificate.edition_id, registration.person_id, number, code, issued_at,
  certificate.native_name, certificate.latin_name, edition_as_issued`;

/** By a column of the certificate. */
function certificateBy(column: 'id' | 'registration_id' | 'number') {
  return statement(
    `attendance_certificate_by_${column}`,
    `select certificate.${column} as key, ${COLUMNS}
     from attendance_certificate as certificate join registration on registration.id = registration_id
     where certificate.${column} = any($1::text[])`,
  );
}

const CERTIFICATE_BY_ID = certificateBy('id');
const CERTIFICATE_BY_REGISTRATION = certificateBy('registration_id');
const CERTIFICATE_BY_NUMBER = certificateBy('number');

export interface AttendanceCertificateLoaders {
  readonly attendanceCertificateById: DataLoader<string, AttendanceCertificateRow | null>;
  readonly attendanceCertificateByRegistration: DataLoader<string, AttendanceCertificateRow | null>;
  readonly attendanceCertificateByNumber: DataLoader<string, AttendanceCertificateRow | null>;
}

export function attendanceCertificateLoaders(read: Reader): AttendanceCertificateLoaders {
  return {
    attendanceCertificateById: keyedLoader<AttendanceCertificateRow>(read, CERTIFICATE_BY_ID),
    attendanceCertificateByRegistration: keyedLoader<AttendanceCertificateRow>(read, CERTIFICATE_BY_REGISTRATION),
    attendanceCertificateByNumber: keyedLoader<AttendanceCertificateRow>(read, CERTIFICATE_BY_NUMBER),
  };
}
