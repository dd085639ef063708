import { EditionStatus } from '../../edition/edition.rules.ts';

/** A name in one script. A person may have a single name: then `family` holds it and `given` is null. */
export interface PersonName {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic?: string | null;
}

/** What an organisation wrote somebody's name as; kept beside the person's own. */
export interface WrittenName {
  readonly native: PersonName | null;
  /** As the passport prints it. */
  readonly latin: PersonName | null;
}

/** Who somebody is: as their profile says, or as the organisation that registered them does. */
export interface Identity {
  readonly nativeName: PersonName | null;
  /** As the passport prints it. */
  readonly latinName: PersonName | null;
  /** `2001-05-17`. */
  readonly birthDate: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
}

/** Editions that take no notice of who people are any more. */
export const PAST: readonly EditionStatus[] = [EditionStatus.FINISHED, EditionStatus.ARCHIVED, EditionStatus.CANCELLED];

/** An identity, and what an organisation wrote where it says nothing. */
export function filledIn(identity: Identity, written: Identity): Identity {
  return {
    nativeName: identity.nativeName ?? written.nativeName,
    latinName: identity.latinName ?? written.latinName,
    birthDate: identity.birthDate ?? written.birthDate,
    citizenship: identity.citizenship ?? written.citizenship,
  };
}
