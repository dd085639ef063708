import { latinPartProblem, type NameProblem, nativePartProblem, tidy } from '../../../../shared/names/name.rules.ts';
import { canonicalTag, isKnownLanguage } from '../../../../shared/text/given-texts.rules.ts';
import { isMailAddress } from '../../../../shared/text/mail-address.rules.ts';
import type { PersonName } from '../../identity/identity.rules.ts';
import { AFFILIATION_LENGTH, NEEDS_LENGTH } from '../../register/registration-input.rules.ts';

/** One of the people an organisation registers, as its list says. */
export interface GroupMember {
  readonly email: string;
  readonly nativeName: PersonName | null;
  /** As the passport prints it. */
  readonly latinName: PersonName | null;
  /** `2001-05-17`. */
  readonly birthDate: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
  readonly affiliation: string | null;
  readonly interpretationLanguage: string | null;
  readonly dietaryNeeds: string | null;
  readonly accessibilityNeeds: string | null;
}

export type MemberProblem =
  | NameProblem
  | 'required'
  | 'bad-address'
  | 'bad-date'
  | 'in-future'
  | 'too-long-ago'
  | 'unknown-country'
  | 'unknown-language'
  | 'too-many-cells';

export interface MemberViolation {
  /** Where in the row, outermost first; empty where it is about the row as such. */
  readonly path: readonly string[];
  readonly problem: MemberProblem;
  /** The most characters allowed, where a text is too long. */
  readonly maximum?: number;
}

const PART_LENGTH = 100;
const OLDEST = 120;
/** Codes with a name that are no country's: unions, and what the standard leaves to its users. */
const NO_COUNTRY = /^(?:AA|EU|EZ|UN|Q[M-Z]|X[A-Z]|ZZ)$/;
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A member as it is kept: tidied, codes in the case they are written in. */
export function tidyMember(member: GroupMember): GroupMember {
  const { email, nativeName, latinName, birthDate, citizenship, interpretationLanguage } = member;
  return {
    email: email.toWellFormed().trim(),
    nativeName: nativeName && tidyName(nativeName),
    latinName: latinName && tidyName(latinName),
    birthDate: birthDate?.trim() ?? null,
    citizenship: citizenship?.trim().toUpperCase() ?? null,
    affiliation: member.affiliation?.toWellFormed() ?? null,
    interpretationLanguage: interpretationLanguage && (canonicalTag(interpretationLanguage) ?? interpretationLanguage),
    dietaryNeeds: member.dietaryNeeds?.toWellFormed() ?? null,
    accessibilityNeeds: member.accessibilityNeeds?.toWellFormed() ?? null,
  };
}

/** Everything wrong with a tidied member on a day (ISO), in the order of the form. */
export function checkMember(member: GroupMember, today: string): readonly MemberViolation[] {
  const { nativeName, latinName, birthDate, citizenship, interpretationLanguage } = member;
  return [
    ...checkAddress(member.email),
    ...(nativeName === null && latinName === null ? [{ path: ['nativeName'], problem: 'required' as const }] : []),
    ...checkName('nativeName', nativeName, nativePartProblem),
    ...checkName('latinName', latinName, latinPartProblem),
    ...checkWith(['birthDate'], birthDate, (day) => birthDateProblem(day, today)),
    ...checkWith(['citizenship'], citizenship, (code) => (isCountry(code) ? null : 'unknown-country')),
    ...checkText(['affiliation'], member.affiliation, AFFILIATION_LENGTH),
    ...checkWith(['interpretationLanguage'], interpretationLanguage, (tag) =>
      isKnownLanguage(tag) ? null : 'unknown-language',
    ),
    ...checkText(['dietaryNeeds'], member.dietaryNeeds, NEEDS_LENGTH),
    ...checkText(['accessibilityNeeds'], member.accessibilityNeeds, NEEDS_LENGTH),
  ];
}

function checkAddress(email: string): MemberViolation[] {
  if (email === '') return [{ path: ['email'], problem: 'required' }];
  return isMailAddress(email) ? [] : [{ path: ['email'], problem: 'bad-address' }];
}

function checkName(
  field: 'nativeName' | 'latinName',
  name: PersonName | null,
  problemOf: (part: string) => NameProblem | null,
): MemberViolation[] {
  if (name === null) return [];
  return [
    ...checkWith([field, 'family'], name.family, problemOf, PART_LENGTH),
    ...checkWith([field, 'given'], name.given, problemOf, PART_LENGTH),
    ...checkWith([field, 'patronymic'], name.patronymic ?? null, problemOf, PART_LENGTH),
  ];
}

function checkText(path: readonly string[], text: string | null, maximum: number): MemberViolation[] {
  const problemOf = (given: string) => (given.length > maximum ? 'too-long' : null);
  return checkWith(path, text, (given) => (given.trim() === '' ? 'blank' : problemOf(given)), maximum);
}

function checkWith(
  path: readonly string[],
  given: string | null,
  problemOf: (given: string) => MemberProblem | null,
  maximum?: number,
): MemberViolation[] {
  const problem = given === null ? null : problemOf(given);
  if (problem === null) return [];
  return [problem === 'too-long' && maximum !== undefined ? { path, problem, maximum } : { path, problem }];
}

function birthDateProblem(day: string, today: string): MemberProblem | null {
  if (!isDay(day)) return 'bad-date';
  if (day > today) return 'in-future';
  return Number(day.slice(0, 4)) < Number(today.slice(0, 4)) - OLDEST ? 'too-long-ago' : null;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.test(code) && countries.of(code) !== undefined;
}

function tidyName({ family, given, patronymic }: PersonName): PersonName {
  return {
    family: tidy(family),
    given: given === null ? null : tidy(given),
    ...(patronymic != null && { patronymic: tidy(patronymic) }),
  };
}
