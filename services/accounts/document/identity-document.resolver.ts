import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { either, personOf, signedIn, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { unseal } from '../../shared/crypto/sealed.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import { kindOfId } from '../../shared/ids.ts';
import { reasonViolation } from '../../shared/journal/reason.ts';
import type { AccountsContext } from '../context.ts';
import { PersonType } from '../person/person.types.ts';
import { deleteIdentityDocument } from './delete-documents.ts';
import {
  checkDocument,
  DOCUMENTS_LIMIT,
  type DocumentDetails,
  type DocumentProblem,
  type DocumentViolation,
  IDEMPOTENCY_KEY_LENGTH,
  maskNumber,
  maySeeDocument,
  NUMBER_LENGTH,
  numberPlace,
  REVEAL_REASON_LENGTH,
  whoeverRevealsNumbers,
  whoeverSeesDocuments,
} from './identity-document.rules.ts';
import {
  DeleteIdentityDocumentInput,
  DeleteIdentityDocumentResult,
  DeleteIdentityDocumentSuccess,
  DocumentNotFound,
  EditionIsOver,
  IdentityDocumentType,
  RecordIdentityDocumentInput,
  RecordIdentityDocumentResult,
  RecordIdentityDocumentSuccess,
  RevealDocumentNumberInput,
  RevealDocumentNumberResult,
  RevealDocumentNumberSuccess,
  TooManyDocuments,
} from './identity-document.types.ts';
import { type documentMessages, say } from './messages.ts';
import { type RecordIdentityDocumentOutcome, recordIdentityDocument } from './record-identity-document.ts';
import { revealDocumentNumber } from './reveal-document-number.ts';

type Refusal = Extract<RecordIdentityDocumentOutcome, { refusal: string }>['refusal'];

@Resolver(() => IdentityDocumentType)
export class IdentityDocumentResolver {
  @Allow(signedIn)
  @Mutation(() => RecordIdentityDocumentResult, {
    description: 'Keeps a document of the signed-in person, its number encrypted. A new document is recorded anew.',
  })
  async recordIdentityDocument(
    @Arg('input', () => RecordIdentityDocumentInput) input: RecordIdentityDocumentInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RecordIdentityDocumentResult> {
    const { em, keys, locale, loaders } = context;
    const now = context.now();
    const details = detailsOf(input);
    const idempotencyKey = input.idempotencyKey ?? null;
    const { heldForEditionId } = details;
    const editionKind = heldForEditionId === null ? null : kindOfId(heldForEditionId);
    const violations = checkDocument(details, idempotencyKey, editionKind, now);
    if (violations.length > 0)
      return invalid(
        violations.map((one) => violationOf(one, locale)),
        locale,
      );

    const command = { ...details, personId: personOf(context.viewer), idempotencyKey };
    const outcome = await recordIdentityDocument(em, keys, command, now);
    if ('refusal' in outcome) return refusals[outcome.refusal](locale);
    const row = await loaders.documentById.load(outcome.documentId);
    return new RecordIdentityDocumentSuccess(row && new IdentityDocumentType(row));
  }

  @Allow(whoeverRevealsNumbers)
  @Mutation(() => RevealDocumentNumberResult, {
    description: "Shows a document's number, once, and keeps who asked for it and why.",
  })
  async revealDocumentNumber(
    @Arg('input', () => RevealDocumentNumberInput) { documentId, reason }: RevealDocumentNumberInput,
    @Ctx() { em, keys, viewer, locale, now }: AccountsContext,
  ): Promise<typeof RevealDocumentNumberResult> {
    const violation = reasonViolation(reason, locale, REVEAL_REASON_LENGTH);
    if (violation) return invalid([violation], locale);
    const outcome = await revealDocumentNumber(em, keys, { viewer, documentId, reason }, now());
    if ('refusal' in outcome) return new DocumentNotFound(say('DOCUMENT_NOT_FOUND', locale));
    return new RevealDocumentNumberSuccess(outcome.documentId, outcome.number);
  }

  @Allow(signedIn)
  @Mutation(() => DeleteIdentityDocumentResult, { description: "Deletes a document of the signed-in person's own." })
  async deleteIdentityDocument(
    @Arg('input', () => DeleteIdentityDocumentInput) { documentId }: DeleteIdentityDocumentInput,
    @Ctx() { em, viewer, locale, now }: AccountsContext,
  ): Promise<typeof DeleteIdentityDocumentResult> {
    const outcome = await deleteIdentityDocument(em, { personId: personOf(viewer), documentId }, now());
    if ('refusal' in outcome) return new DocumentNotFound(say('DOCUMENT_NOT_FOUND', locale));
    return new DeleteIdentityDocumentSuccess(outcome.documentId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The last two or three characters of the number.' })
  numberMasked(@Root() { row }: IdentityDocumentType, @Ctx() { keys }: AccountsContext): string {
    return maskNumber(unseal(keys, row.number, numberPlace(row.id, row.person_id)));
  }
}

@Resolver(() => PersonType)
export class PersonDocumentsResolver {
  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      whoeverSeesDocuments,
    ),
  )
  @FieldResolver(() => [IdentityDocumentType], {
    nullable: true,
    description: 'The first recorded first. An officer of one edition sees those that are kept for it.',
  })
  async identityDocuments(
    @Root() { id }: PersonType,
    @Ctx() { loaders, viewer }: AccountsContext,
  ): Promise<IdentityDocumentType[]> {
    const rows = await loaders.documentsByPerson.load(id);
    return rows
      .filter((row) => maySeeDocument(viewer, { personId: id, heldForEditionId: row.held_for_edition_id }))
      .map((row) => new IdentityDocumentType(row));
  }
}

const refusals: Record<Refusal, (locale: string) => typeof RecordIdentityDocumentResult> = {
  'too-many-documents': (locale) => new TooManyDocuments(say('TOO_MANY_DOCUMENTS', locale, { limit: DOCUMENTS_LIMIT })),
  'edition-is-over': (locale) => new EditionIsOver(say('EDITION_IS_OVER', locale)),
  'idempotency-key-reused': (locale) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

function detailsOf(input: RecordIdentityDocumentInput): DocumentDetails {
  const { kind, issuingCountry, number, expiresOn, heldForEditionId } = input;
  return { kind, issuingCountry, number, expiresOn, heldForEditionId: heldForEditionId ?? null };
}

const problems: Record<DocumentProblem, keyof typeof documentMessages> = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'number-length': 'NUMBER_LENGTH',
  'number-characters': 'NUMBER_CHARACTERS',
  'not-a-country': 'NOT_A_COUNTRY',
  expired: 'EXPIRED',
  'not-an-edition': 'NOT_AN_EDITION',
};

function violationOf({ path, problem }: DocumentViolation, locale: string): Violation {
  const code = problems[problem];
  const values = problem === 'too-long' ? { maximum: IDEMPOTENCY_KEY_LENGTH } : NUMBER_LENGTH;
  return new Violation(['input', path], code, say(code, locale, values));
}

function invalid(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}
