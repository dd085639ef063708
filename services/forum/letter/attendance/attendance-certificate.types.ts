import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { IDEMPOTENCY_KEY_LENGTH } from '../letter-input.rules.ts';
import { EditionNotFinished } from '../letter-refusals.types.ts';
import type { AttendanceCertificateRow } from './attendance-certificate.loaders.ts';

@ObjectType('AttendanceCertificate', { description: 'Says that somebody attended an edition.' })
export class AttendanceCertificateType {
  @Field(() => String, { description: 'Without gaps within an edition: `2026-A000123`.' })
  readonly number: string;
  @Field(() => LocalDate, { description: "In the edition's time zone." })
  readonly issuedOn: string;

  readonly row: AttendanceCertificateRow;

  constructor(row: AttendanceCertificateRow, issuedOn: string) {
    this.number = row.number;
    this.issuedOn = issuedOn;
    this.row = row;
  }
}

@InputType({ description: 'Of which edition everybody who attended gets a certificate.' })
export class IssueAttendanceCertificatesInput {
  @Field(() => String, {
    nullable: true,
    description: `At most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
}

@ObjectType({ description: 'Everybody who attended and whose name is known has a certificate now.' })
export class IssueAttendanceCertificatesSuccess {
  @Field(() => EditionType)
  readonly edition: EditionType;
  @Field(() => Int, { description: 'Certificates issued by this act; 0 where everybody had one.' })
  readonly issued: number;
  @Field(() => Int, { description: 'People who attended and got none, since the portal knows no name of theirs.' })
  readonly withoutName: number;

  constructor(edition: EditionType, { issued, withoutName }: { issued: number; withoutName: number }) {
    this.edition = edition;
    this.issued = issued;
    this.withoutName = withoutName;
  }
}

export const IssueAttendanceCertificatesResult = createUnionType({
  name: 'IssueAttendanceCertificatesResult',
  description: 'How many certificates were issued, or what stands in the way.',
  types: () =>
    [
      IssueAttendanceCertificatesSuccess,
      EditionNotFound,
      EditionNotFinished,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
