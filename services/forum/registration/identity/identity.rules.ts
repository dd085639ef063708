/** A name in one script. A person may have a single name: then `family` holds it and `given` is null. */
export interface PersonName {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic?: string | null;
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
