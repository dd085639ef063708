import {
  latinPartProblem,
  type NameProblem,
  nativePartProblem,
  type PersonName,
  tidy,
} from '../../../shared/names/name.rules.ts';
import { isMailAddress } from '../../../shared/text/mail-address.rules.ts';
import { DelegationRole, type QuotaCategory } from '../nomination.rules.ts';

/** Somebody whom a delegation would name, as it writes them. */
export interface Nominee {
  readonly email: string;
  readonly nativeName: PersonName | null;
  /** As the passport prints it. */
  readonly latinName: PersonName | null;
  readonly category: QuotaCategory;
  readonly role: DelegationRole;
  /** Stands ready for another one, without a place of the quota. */
  readonly isAlternate: boolean;
}

export interface NomineeViolation {
  /** Where in the nominee, outermost first; empty where it is about the nominee as such. */
  readonly path: readonly string[];
  readonly problem:
    | NameProblem
    | 'required'
    | 'bad-address'
    | 'unknown-category'
    | 'unknown-role'
    | 'too-many-cells'
    | 'alternate-head'
    | 'unknown-answer';
  /** The most characters allowed, where a text is too long. */
  readonly maximum?: number;
}

const PART_LENGTH = 100;

/** A nominee as they are kept: tidied. */
export function tidyNominee(nominee: Nominee): Nominee {
  return { ...nominee, email: nominee.email.toWellFormed().trim(), ...tidyNames(nominee) };
}

/** Everything wrong with a tidied nominee, in the order of the form. */
export function checkNominee({
  email,
  nativeName,
  latinName,
  role,
  isAlternate,
}: Nominee): readonly NomineeViolation[] {
  return [
    ...checkAddress(email),
    ...(nativeName === null && latinName === null ? [{ path: ['nativeName'], problem: 'required' as const }] : []),
    ...checkNames({ nativeName, latinName }),
    ...(isAlternate && role === DelegationRole.HEAD
      ? [{ path: ['isAlternate'], problem: 'alternate-head' as const }]
      : []),
  ];
}

/** A nominee's names; null for one that is not given. */
export type NomineeNames = Pick<Nominee, 'nativeName' | 'latinName'>;

export function tidyNames({ nativeName, latinName }: NomineeNames): NomineeNames {
  return { nativeName: nativeName && tidyName(nativeName), latinName: latinName && tidyName(latinName) };
}

/** Everything wrong with tidied names, in the order of the form. */
export function checkNames({ nativeName, latinName }: NomineeNames): readonly NomineeViolation[] {
  return [
    ...checkName('nativeName', nativeName, nativePartProblem),
    ...checkName('latinName', latinName, latinPartProblem),
  ];
}

function checkAddress(email: string): NomineeViolation[] {
  if (email === '') return [{ path: ['email'], problem: 'required' }];
  return isMailAddress(email) ? [] : [{ path: ['email'], problem: 'bad-address' }];
}

function checkName(
  field: 'nativeName' | 'latinName',
  name: PersonName | null,
  problemOf: (part: string) => NameProblem | null,
): NomineeViolation[] {
  if (name === null) return [];
  const parts = { family: name.family, given: name.given, patronymic: name.patronymic ?? null };
  return Object.entries(parts).flatMap(([part, text]): NomineeViolation[] => {
    const problem = text === null ? null : problemOf(text);
    if (problem === null) return [];
    const path = [field, part];
    return [problem === 'too-long' ? { path, problem, maximum: PART_LENGTH } : { path, problem }];
  });
}

function tidyName({ family, given, patronymic }: PersonName): PersonName {
  return {
    family: tidy(family.toWellFormed()),
    given: given === null ? null : tidy(given.toWellFormed()),
    ...(patronymic != null && { patronymic: tidy(patronymic.toWellFormed()) }),
  };
}
