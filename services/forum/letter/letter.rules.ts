import { holds, type Role, type Viewer } from '../../shared/access/access.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { EditionStatus } from '../edition/edition.rules.ts';
import type { PersonName } from '../registration/identity/identity.rules.ts';

/** Whose document it is, and of which edition. */
export interface Belonging {
  readonly personId: string | null;
  readonly editionId: string;
}

const ORGANISERS: readonly Role[] = ['REGISTRATION_DESK', 'ADMINISTRATOR'];

/** Whether a viewer runs an edition's letters. */
export function runsLetters(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, ORGANISERS, { kind: 'EDITION', id: editionId });
}

/** Whether a viewer may see a document: the person it is for, and those who run the edition. */
export function maySeeDocument(viewer: Viewer, { personId, editionId }: Belonging): boolean {
  return (personId !== null && viewer.personId === personId) || runsLetters(viewer, editionId);
}

/** An edition as documents tell of it, kept with each: a document says for ever what it said when it was issued. */
export interface EditionAsIssued {
  readonly year: number;
  readonly title: Texts;
  readonly city: Texts;
  /** ISO 3166-1 alpha-2. */
  readonly hostCountry: string;
  /** RFC 3339. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** IANA. */
  readonly timeZone: string;
  readonly isDemo: boolean;
}

const { FINISHED, ARCHIVED, CANCELLED, POSTPONED, DRAFT } = EditionStatus;
const NOT_AHEAD: readonly EditionStatus[] = [DRAFT, FINISHED, ARCHIVED, CANCELLED, POSTPONED];

/** Whether an edition is yet to come or under way, so that somebody may be invited to it. */
export function isAhead(status: EditionStatus, endsAt: Date | null, now: Date): boolean {
  return !NOT_AHEAD.includes(status) && (endsAt === null || now < endsAt);
}

/** The first letters of a name, which tell its bearer that it is theirs and others nothing: `S. A.` */
export function initialsOf({ family, given }: PersonName): string {
  return [given, family]
    .flatMap((part) => [...(part?.trim() ?? '')].slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
}
