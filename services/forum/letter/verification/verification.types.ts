import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { InvitationLetterStatus } from '../invitation/invitation-letter.rules.ts';
import type { VerifiedDocument } from './verify-document.ts';

@ObjectType({
  description: 'What whoever holds an invitation letter may know of it: whether it is genuine and valid. Never a name.',
})
export class InvitationLetterVerification {
  @Field(() => String)
  readonly number: string;
  @Field(() => InvitationLetterStatus, {
    description: '`ISSUED`: genuine and valid. `REVOKED`: genuine, valid no more.',
  })
  readonly status: InvitationLetterStatus;
  @Field(() => String, {
    nullable: true,
    description: 'First letters of the Latin name, to compare with the letter: `S. A.` Null once the person is erased.',
  })
  readonly holderInitials: string | null;
  @Field(() => LocalDate, { description: "In the edition's time zone." })
  readonly issuedOn: string;

  readonly editionId: string;

  constructor(verified: VerifiedDocument) {
    this.number = verified.number;
    this.status = verified.isValid ? InvitationLetterStatus.ISSUED : InvitationLetterStatus.REVOKED;
    this.holderInitials = verified.holderInitials;
    this.issuedOn = verified.issuedOn;
    this.editionId = verified.editionId;
  }
}

@ObjectType({ description: 'What whoever holds an attendance certificate may know of it. Never a name.' })
export class AttendanceCertificateVerification {
  @Field(() => String)
  readonly number: string;
  @Field(() => String, {
    nullable: true,
    description: 'First letters of the name, to compare with the certificate: `S. A.` Null once the person is erased.',
  })
  readonly holderInitials: string | null;
  @Field(() => LocalDate, { description: "In the edition's time zone." })
  readonly issuedOn: string;

  readonly editionId: string;

  constructor(verified: VerifiedDocument) {
    this.number = verified.number;
    this.holderInitials = verified.holderInitials;
    this.issuedOn = verified.issuedOn;
    this.editionId = verified.editionId;
  }
}
