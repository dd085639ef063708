import type { LanguageSkill } from '../../../shared/language/language-skill.rules.ts';
import {
  displayNameProblem,
  latinPartProblem,
  type NameProblem,
  type NativeName,
  nativePartProblem,
  type PersonName,
  tidy,
} from '../../../shared/names/name.rules.ts';

export const LANGUAGES_LIMIT = 30;
/** What RFC 5646 asks every holder of a language tag to have room for. */
export const LANGUAGE_TAG_LENGTH = 35;
const OLDEST = 120;
/** Languages the portal writes to people in. */
const WRITTEN_LOCALES = ['kk', 'ru', 'en'];

/** What a person changes of their profile. What is absent stays as it is; null clears. */
export interface ProfileChange {
  readonly displayName?: string | null | undefined;
  readonly nativeName?: NativeName | null | undefined;
  readonly latinName?: PersonName | null | undefined;
  readonly citizenship?: string | null | undefined;
  readonly languages?: readonly LanguageSkill[] | null | undefined;
  readonly preferredLocale?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
}

export type ProfileProblem =
  | NameProblem
  | 'required'
  | 'repeated'
  | 'too-many'
  | 'unknown-country'
  | 'unknown-locale'
  | 'in-future'
  | 'too-long-ago';

export interface ProfileViolation {
  readonly path: readonly string[];
  readonly problem: ProfileProblem;
}

/** Everything wrong with a change of a profile on a day (ISO), in the order of the form. */
export function checkProfile(change: ProfileChange, today: string): readonly ProfileViolation[] {
  const { displayName, nativeName, latinName, citizenship, languages, preferredLocale, birthDate } = change;
  return [
    ...(displayName === null
      ? [violation('required', 'displayName')]
      : check(displayName, displayNameProblem, 'displayName')),
    ...checkName(nativeName, nativePartProblem, 'nativeName'),
    ...check(nativeName?.language, tagProblem, 'nativeName', 'language'),
    ...checkName(latinName, latinPartProblem, 'latinName'),
    ...check(citizenship, countryProblem, 'citizenship'),
    ...checkLanguages(languages ?? []),
    ...check(preferredLocale, localeProblem, 'preferredLocale'),
    ...check(birthDate, (day) => birthDateProblem(day, today), 'birthDate'),
  ];
}

function checkName(
  name: PersonName | null | undefined,
  problemOf: (part: string) => NameProblem | null,
  field: string,
): ProfileViolation[] {
  return [
    ...check(name?.family, problemOf, field, 'family'),
    ...check(name?.given, problemOf, field, 'given'),
    ...check(name?.patronymic, problemOf, field, 'patronymic'),
  ];
}

function checkLanguages(languages: readonly LanguageSkill[]): ProfileViolation[] {
  if (languages.length > LANGUAGES_LIMIT) return [violation('too-many', 'languages')];
  const tags = languages.map(({ language }) => language.toLowerCase());
  return tags.flatMap((tag, index) => [
    ...check(tag, tagProblem, 'languages', String(index), 'language'),
    ...(tags.indexOf(tag) < index ? [violation('repeated', 'languages', String(index), 'language')] : []),
  ]);
}

function tagProblem(tag: string): ProfileProblem | null {
  return tag.length > LANGUAGE_TAG_LENGTH ? 'too-long' : null;
}

/** By form alone: which countries there are is known elsewhere. */
function countryProblem(code: string): ProfileProblem | null {
  return /^[A-Z]{2}$/i.test(code) ? null : 'unknown-country';
}

function localeProblem(locale: string): ProfileProblem | null {
  return WRITTEN_LOCALES.includes(locale) ? null : 'unknown-locale';
}

function birthDateProblem(birthDate: string, today: string): ProfileProblem | null {
  if (birthDate > today) return 'in-future';
  const earliest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`;
  return birthDate < earliest ? 'too-long-ago' : null;
}

function check(
  given: string | null | undefined,
  problemOf: (given: string) => ProfileProblem | null,
  ...path: string[]
): ProfileViolation[] {
  const problem = given == null ? null : problemOf(given);
  return problem === null ? [] : [violation(problem, ...path)];
}

function violation(problem: ProfileProblem, ...path: string[]): ProfileViolation {
  return { path, problem };
}

/** A name as it is kept: composed and tidied, without the parts its bearer has not. */
export function keptName(name: NativeName): NativeName {
  const { family, given, patronymic, language } = name;
  return {
    family: tidy(family),
    given: given == null ? null : tidy(given),
    ...(patronymic != null && { patronymic: tidy(patronymic) }),
    ...(language != null && { language }),
  };
}
