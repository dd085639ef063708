import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CountryCode, LocalDate } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import { REASON_LENGTH } from '../../shared/journal/reason.rules.ts';
import { CountryReference } from '../country/country-reference.types.ts';
import type { IdentityDocumentRow } from './identity-document.loaders.ts';
import {
  DOCUMENTS_LIMIT,
  DocumentKind,
  IDEMPOTENCY_KEY_LENGTH,
  NUMBER_LENGTH,
  REVEAL_REASON_LENGTH,
} from './identity-document.rules.ts';

registerEnumType(DocumentKind, { name: 'DocumentKind', description: 'What a person shows to prove who they are.' });

@ObjectType('IdentityDocument', {
  description: 'A passport or identity card. Goes when it expires, or after the edition it is kept for.',
})
export class IdentityDocumentType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => DocumentKind)
  readonly kind: DocumentKind;
  @Field(() => CountryReference, { nullable: true, description: 'The country that issued it.' })
  readonly issuingCountry: CountryReference;
  @Field(() => LocalDate, { description: 'The last day it is valid.' })
  readonly expiresOn: string;
  @Field(() => ID, { nullable: true, description: 'The edition it is kept for. Null: it is kept until it expires.' })
  readonly heldForEditionId: string | null;

  readonly row: IdentityDocumentRow;

  constructor(row: IdentityDocumentRow) {
    this.id = row.id;
    this.kind = row.kind;
    this.issuingCountry = new CountryReference(row.issuing_country);
    this.expiresOn = row.expires_on;
    this.heldForEditionId = row.held_for_edition_id;
    this.row = row;
  }
}

@InputType({ description: 'A document as its holder gives it.' })
export class RecordIdentityDocumentInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => DocumentKind)
  readonly kind!: DocumentKind;
  @Field(() => CountryCode)
  readonly issuingCountry!: string;
  @Field(() => String, {
    description: `${NUMBER_LENGTH.minimum} to ${NUMBER_LENGTH.maximum} letters A to Z and digits, as printed; spaces and hyphens are left out. Kept encrypted.`,
  })
  readonly number!: string;
  @Field(() => LocalDate, { description: 'The last day it is valid; not in the past.' })
  readonly expiresOn!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The edition of the forum it is for: after it, the document is deleted. Absent: kept until it expires.',
  })
  readonly heldForEditionId?: string | null;
}

@InputType({ description: 'Whose number to reveal, and why.' })
export class RevealDocumentNumberInput {
  @Field(() => ID)
  readonly documentId!: string;
  @Field(() => String, {
    description: `Kept in the audit trail with who asked. One line of ${REVEAL_REASON_LENGTH} to ${REASON_LENGTH} characters, without personal data.`,
  })
  readonly reason!: string;
}

@InputType({ description: 'Which document to delete.' })
export class DeleteIdentityDocumentInput {
  @Field(() => ID)
  readonly documentId!: string;
}

@ObjectType({ description: 'The document is kept, its number encrypted.' })
export class RecordIdentityDocumentSuccess {
  @Field(() => IdentityDocumentType, {
    nullable: true,
    description: 'Null where this answer is a repeated one, and the document was deleted since.',
  })
  readonly document: IdentityDocumentType | null;

  constructor(document: IdentityDocumentType | null) {
    this.document = document;
  }
}

@ObjectType({ description: 'The number. Who asked for it and why is in the audit trail now.' })
export class RevealDocumentNumberSuccess {
  @Field(() => ID)
  readonly documentId: string;
  @Field(() => String, { description: 'Capital letters and digits. Do not keep it.' })
  readonly number: string;

  constructor(documentId: string, number: string) {
    this.documentId = documentId;
    this.number = number;
  }
}

@ObjectType({ description: 'The document is gone.' })
export class DeleteIdentityDocumentSuccess {
  @Field(() => ID)
  readonly documentId: string;

  constructor(documentId: string) {
    this.documentId = documentId;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such document, or none that the viewer may see.' })
export class DocumentNotFound extends UserError {
  constructor(message: string) {
    super('DOCUMENT_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The person keeps as many documents as one may.' })
export class TooManyDocuments extends UserError {
  @Field(() => Int)
  readonly limit: number = DOCUMENTS_LIMIT;

  constructor(message: string) {
    super('TOO_MANY_DOCUMENTS', message);
  }
}

@ObjectType({ implements: UserError, description: 'The edition is over; no documents are kept for it any more.' })
export class EditionIsOver extends UserError {
  constructor(message: string) {
    super('EDITION_IS_OVER', message);
  }
}

export const RecordIdentityDocumentResult = createUnionType({
  name: 'RecordIdentityDocumentResult',
  description: 'The document, or what stands in its way.',
  types: () =>
    [RecordIdentityDocumentSuccess, TooManyDocuments, EditionIsOver, IdempotencyKeyReused, InvalidInput] as const,
});

export const RevealDocumentNumberResult = createUnionType({
  name: 'RevealDocumentNumberResult',
  description: 'The number, or what stands in the way.',
  types: () => [RevealDocumentNumberSuccess, DocumentNotFound, InvalidInput] as const,
});

export const DeleteIdentityDocumentResult = createUnionType({
  name: 'DeleteIdentityDocumentResult',
  description: 'The deleted document, or what stands in the way.',
  types: () => [DeleteIdentityDocumentSuccess, DocumentNotFound] as const,
});
