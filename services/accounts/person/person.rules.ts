/** A name in one script. A person may have a single name: then `family` holds it and `given` is null. */
export interface PersonName {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic?: string | null;
}

/** What decides who may read a person's name. */
export interface NameAudience {
  readonly isOwn: boolean;
  /** Whether the person holds a public function, such as head of delegation. */
  readonly hasPublicFunction: boolean;
}

/** A name is the person's own; others read it where the person holds a public function. */
export function mayReadName({ isOwn, hasPublicFunction }: NameAudience): boolean {
  return isOwn || hasPublicFunction;
}
