import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import type { CertificateStatus, IssuedKind, ServiceAsIssued } from './certificate.rules.ts';

/** A certificate as the graph and the page read it. */
export interface CertificateRow {
  readonly key: string;
  readonly id: string;
  readonly deployment_id: string;
  readonly person_id: string;
  /** With whom the holder served. */
  readonly host_organisation_id: string;
  readonly number: string;
  readonly kind: IssuedKind;
  readonly status: CertificateStatus;
  readonly native_name: PersonName | null;
  readonly latin_name: PersonName | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly as_issued: ServiceAsIssued;
  readonly issued_at: Date;
  readonly version: number;
}

const COLUMNS = `certificate.id, deployment_id, certificate.person_id, host_organisation_id, number, kind,
  certificate.status, native_name, latin_name, certificate.starts_on, certificate.ends_on, as_issued, issued_at,
  certificate.version`;

function certificateBy(column: 'id' | 'deployment_id' | 'number') {
  return statement(
    `certificate_by_${column}`,
    `select certificate.${column} as key, ${COLUMNS}
     from certificate join deployment on deployment.id = deployment_id
     where certificate.${column} = any($1::text[])`,
  );
}

const CERTIFICATE_BY_ID = certificateBy('id');
const CERTIFICATE_BY_DEPLOYMENT = certificateBy('deployment_id');
const CERTIFICATE_BY_NUMBER = certificateBy('number');

export interface CertificateLoaders {
  readonly certificateById: DataLoader<string, CertificateRow | null>;
  readonly certificateByDeployment: DataLoader<string, CertificateRow | null>;
  /** By the number as it is kept. */
  readonly certificateByNumber: DataLoader<string, CertificateRow | null>;
}

export function certificateLoaders(read: Reader): CertificateLoaders {
  return {
    certificateById: keyedLoader<CertificateRow>(read, CERTIFICATE_BY_ID),
    certificateByDeployment: keyedLoader<CertificateRow>(read, CERTIFICATE_BY_DEPLOYMENT),
    certificateByNumber: keyedLoader<CertificateRow>(read, CERTIFICATE_BY_NUMBER),
  };
}
