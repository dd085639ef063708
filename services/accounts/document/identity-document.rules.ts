import { type AccessRule, holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';

export enum DocumentKind {
  PASSPORT = 'PASSPORT',
  ID_CARD = 'ID_CARD',
}

export const NUMBER_LENGTH = { minimum: 4, maximum: 20 };
export const IDEMPOTENCY_KEY_LENGTH = 200;
/** Documents one person may keep at a time. */
export const DOCUMENTS_LIMIT = 10;
/** What a reason to reveal a number holds at least, so that it is one. */
export const REVEAL_REASON_LENGTH = 10;

/** A document as its holder gives it. */
export interface DocumentDetails {
  readonly kind: DocumentKind;
  /** ISO 3166-1 alpha-2. */
  readonly issuingCountry: string;
  readonly number: string;
  /** The last day it is valid, ISO. */
  readonly expiresOn: string;
  /** The edition of the forum it is kept for; null for one that is kept until it expires. */
  readonly heldForEditionId: string | null;
}

export type DocumentProblem =
  | 'blank'
  | 'too-long'
  | 'number-length'
  | 'number-characters'
  | 'not-a-country'
  | 'expired'
  | 'not-an-edition';

export interface DocumentViolation {
  readonly path: string;
  readonly problem: DocumentProblem;
}

/**
 * A number as it is kept: capital letters and digits. Spaces and hyphens, which documents print and people type for
 * reading, are left out.
 */
export function foldNumber(number: string): string {
  return number.replace(/[\s\u2010-\u2015\u2212-]/g, '').replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/**
 * Everything wrong with a document, in the order of the form. `editionKind` is the kind that the edition's ID was made
 * with, null where it is none.
 */
export function checkDocument(
  details: DocumentDetails,
  idempotencyKey: string | null,
  editionKind: string | null,
  now: Date,
): DocumentViolation[] {
  const { issuingCountry, number, expiresOn, heldForEditionId } = details;
  const found: [string, DocumentProblem | null][] = [
    ['idempotencyKey', idempotencyKey === null ? null : checkKey(idempotencyKey)],
    ['issuingCountry', /^[A-Z]{2}$/i.test(issuingCountry) ? null : 'not-a-country'],
    ['number', checkNumber(foldNumber(number))],
    ['expiresOn', hasExpired(expiresOn, now) ? 'expired' : null],
    ['heldForEditionId', heldForEditionId === null || editionKind === 'forum_edition' ? null : 'not-an-edition'],
  ];
  return found.flatMap(([path, problem]) => (problem ? [{ path, problem }] : []));
}

function checkKey(key: string): DocumentProblem | null {
  if (key.trim() === '') return 'blank';
  return key.length > IDEMPOTENCY_KEY_LENGTH ? 'too-long' : null;
}

function checkNumber(folded: string): DocumentProblem | null {
  if (folded === '') return 'blank';
  if (!/^[A-Z0-9]*$/.test(folded)) return 'number-characters';
  return folded.length < NUMBER_LENGTH.minimum || folded.length > NUMBER_LENGTH.maximum ? 'number-length' : null;
}

/** The zone in which a day ends last, UTC−12. */
const LAST_ZONE_MS = 12 * 60 * 60 * 1000;

/** The earliest day that is not over everywhere: a document that expired on a day before it is valid nowhere. */
export function earliestDay(now: Date): string {
  return new Date(now.getTime() - LAST_ZONE_MS).toISOString().slice(0, 10);
}

function hasExpired(expiresOn: string, now: Date): boolean {
  return expiresOn < earliestDay(now);
}

/** A number as it is shown without being revealed: the last two characters, three of a long one. */
export function maskNumber(number: string): string {
  return `••••${number.slice(number.length < 8 ? -2 : -3)}`;
}

/** Where a document's number belongs, sealed with it: moved to another document or person, it does not open. */
export function numberPlace(documentId: string, personId: string): readonly string[] {
  return ['identity document', documentId, personId, 'number'];
}

/** Who sees masked documents of others, and who may have a number revealed. */
const SEE: readonly Role[] = ['ADMINISTRATOR', 'PLACEMENT_OFFICER', 'ACCREDITATION_OFFICER'];
const REVEAL: readonly Role[] = ['ADMINISTRATOR', 'ACCREDITATION_OFFICER'];

export const whoeverSeesDocuments = whoeverHolds(SEE);
export const whoeverRevealsNumbers = whoeverHolds(REVEAL);

/** What decides who may see a document. */
export interface DocumentOf {
  readonly personId: string;
  readonly heldForEditionId: string | null;
}

/** A document is its holder's; an officer sees it whose grant reaches everything, or the edition it is kept for. */
export function maySeeDocument(viewer: Viewer, document: DocumentOf): boolean {
  return viewer.personId === document.personId || reaches(viewer, SEE, document);
}

export function mayRevealNumber(viewer: Viewer, document: DocumentOf): boolean {
  return reaches(viewer, REVEAL, document);
}

function reaches(viewer: Viewer, roles: readonly Role[], { heldForEditionId }: DocumentOf): boolean {
  return holds(viewer, roles, { kind: 'EDITION', id: heldForEditionId });
}

/** A grant over one edition lets in; which documents it reaches is decided for each. */
function whoeverHolds(roles: readonly Role[]): AccessRule<unknown> {
  return {
    sentence: `holders of ${roles.join(' or ')}, over one edition or all`,
    decide: ({ grants, personId, apiClientId }) => {
      if (grants.some(({ role }) => roles.includes(role))) return 'allowed';
      return personId === null && apiClientId === null ? 'unauthenticated' : 'forbidden';
    },
  };
}
