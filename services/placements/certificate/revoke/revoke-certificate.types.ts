import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { CertificateType } from '../certificate.types.ts';

@InputType({ description: 'Which certificate is revoked, and why.' })
export class RevokeCertificateInput {
  @Field(() => String, { description: 'As printed, with or without hyphens, in capitals or not.' })
  readonly number!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
  @Field(() => Int, { nullable: true, description: "The certificate's `version` as the client last read it." })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The certificate is revoked, now or before.' })
export class RevokeCertificateSuccess {
  @Field(() => CertificateType)
  readonly certificate: CertificateType;

  constructor(certificate: CertificateType) {
    this.certificate = certificate;
  }
}

@ObjectType({ implements: UserError, description: 'There is no certificate with this number.' })
export class CertificateNotFound extends UserError {
  constructor(message: string) {
    super('CERTIFICATE_NOT_FOUND', message);
  }
}

export const RevokeCertificateResult = createUnionType({
  name: 'RevokeCertificateResult',
  description: 'The certificate, revoked, or why not.',
  types: () => [RevokeCertificateSuccess, CertificateNotFound, VersionConflict, InvalidInput] as const,
});
