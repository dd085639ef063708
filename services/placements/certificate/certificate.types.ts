import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { fileUrl } from '../../shared/files/file.ts';
import { DateTime, LocalDate } from '../../shared/graph/scalars.ts';
import { dayIn } from '../../shared/text/day.rules.ts';
import { CertificateKind } from '../deployment/ending/ending.rules.ts';
import { CountryReference } from '../programme/programme.types.ts';
import type { CertificateRow } from './certificate.loaders.ts';
import { CertificateStatus, initialsOfHolder } from './certificate.rules.ts';

registerEnumType(CertificateKind, {
  name: 'CertificateKind',
  description:
    'What somebody gets in writing about their service. FULL: it was served to the agreed last day. PARTIAL: a part of it. NONE: nothing is issued.',
});
registerEnumType(CertificateStatus, { name: 'CertificateStatus', description: 'Whether a certificate holds.' });

@ObjectType('DeploymentCertificate', { description: 'The certificate of service abroad, for its holder.' })
export class DeploymentCertificateType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => String, {
    description: 'As printed: `ERK-7K3M-9QW2-A4BC`. Anyone may verify it by `certificate(number:)`.',
  })
  readonly number: string;
  @Field(() => CertificateKind)
  readonly kind: CertificateKind;
  @Field(() => CertificateStatus)
  readonly status: CertificateStatus;
  @Field(() => DateTime)
  readonly issuedAt: Date;
  @Field(() => String, {
    nullable: true,
    description:
      'Where it is had as a PDF, signed in as for the graph; `?language=` chooses `kk`, `ru` or `en`. Null until the holder’s name in Latin letters is in their profile, and once it is revoked.',
  })
  readonly url: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  constructor(row: CertificateRow, publicUrl: string) {
    this.id = row.id;
    this.number = row.number;
    this.kind = row.kind;
    this.status = row.status;
    this.issuedAt = row.issued_at;
    const isPrintable = row.latin_name !== null && row.status === CertificateStatus.VALID;
    this.url = isPrintable ? fileUrl(publicUrl, 'placements', 'certificates', row.id) : null;
    this.version = row.version;
  }
}

@ObjectType('Certificate', {
  description: 'What whoever holds the number of a certificate of service abroad may know of it. Never a name.',
})
export class CertificateType {
  @Field(() => String)
  readonly number: string;
  @Field(() => CertificateStatus, { description: 'VALID: genuine and valid. REVOKED: genuine, valid no more.' })
  readonly status: CertificateStatus;
  @Field(() => CertificateKind)
  readonly kind: CertificateKind;
  @Field(() => LocalDate, { description: 'Where the host is.' })
  readonly issuedOn: string;
  @Field(() => String, {
    nullable: true,
    description:
      'First letters of the name, to compare with the certificate: `S. A.` Null until the name is known, and once the holder is erased.',
  })
  readonly holderInitials: string | null;
  @Field(() => CountryReference, {
    nullable: true,
    description: 'Where the holder served. Null while the service that owns countries is out of reach.',
  })
  readonly country: CountryReference;
  @Field(() => LocalDate, { description: 'First day that was served.' })
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Last day that was served.' })
  readonly endsOn: string;
  @Field(() => Boolean, { description: 'True where the certificate is a demonstration. Nobody served.' })
  readonly isDemo: boolean;

  constructor(row: CertificateRow) {
    const { timeZone, countryCode, isDemo } = row.as_issued;
    this.number = row.number;
    this.status = row.status;
    this.kind = row.kind;
    this.issuedOn = dayIn(timeZone, row.issued_at);
    this.holderInitials = initialsOfHolder({ latinName: row.latin_name, nativeName: row.native_name });
    this.country = new CountryReference(countryCode);
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.isDemo = isDemo;
  }
}
