import type { LanguageSkill } from '../../../shared/language/language-skill.rules.ts';
import { canonicalTag, isKnownLanguage } from '../../../shared/text/given-texts.rules.ts';
import type { Education } from '../../opening/terms.rules.ts';
import { folded } from '../eligibility/eligibility.rules.ts';

export const IDEMPOTENCY_KEY_LENGTH = 200;
export const MOTIVATION_LENGTH = 4_000;
export const LANGUAGES_LIMIT = 30;
export const SKILLS_LIMIT = 50;
export const SKILL_LENGTH = 100;
const OLDEST = 120;

/** What somebody says of themself when they apply. */
export interface ApplicationForm {
  readonly motivation: string;
  /** ISO 8601 day, as the birth date. */
  readonly availableFrom: string;
  readonly languages: readonly LanguageSkill[];
  readonly skills: readonly string[];
  readonly birthDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string;
  readonly education: Education | null;
}

export type FormProblem =
  | 'blank'
  | 'too-long'
  | 'too-many'
  | 'repeated'
  | 'unknown-language'
  | 'in-future'
  | 'too-long-ago'
  | 'available-too-late';

export interface FormViolation {
  readonly path: readonly string[];
  readonly problem: FormProblem;
  /** The most characters or things allowed, where there are too many. */
  readonly maximum?: number;
}

/** What a form is compared with: the day it is filled in, and the first day of service, null for an opening that is not there. */
export interface FormDays {
  readonly today: string;
  readonly startsOn: string | null;
}

/** Everything wrong with an application, in the order of the form. */
export function checkForm(
  form: ApplicationForm,
  idempotencyKey: string | null,
  { today, startsOn }: FormDays,
): readonly FormViolation[] {
  return [
    ...(idempotencyKey === null ? [] : checkText(['idempotencyKey'], idempotencyKey, IDEMPOTENCY_KEY_LENGTH)),
    ...checkText(['motivation'], form.motivation, MOTIVATION_LENGTH),
    ...(startsOn !== null && form.availableFrom > startsOn
      ? [{ path: ['availableFrom'], problem: 'available-too-late' as const }]
      : []),
    ...checkLanguages(form.languages),
    ...checkSkills(form.skills),
    ...checkBirthDate(form.birthDate, today),
  ];
}

function checkText(path: readonly string[], text: string, maximum: number): FormViolation[] {
  if (text.trim() === '') return [{ path, problem: 'blank' }];
  return text.length > maximum ? [{ path, problem: 'too-long', maximum }] : [];
}

function checkLanguages(languages: readonly LanguageSkill[]): FormViolation[] {
  if (languages.length > LANGUAGES_LIMIT) return [tooMany('languages', LANGUAGES_LIMIT)];
  const tags = languages.map(({ language }) => canonicalTag(language));
  return tags.flatMap((tag, index): FormViolation[] => {
    const path = ['languages', String(index), 'language'];
    if (tag === null || !isKnownLanguage(tag)) return [{ path, problem: 'unknown-language' }];
    return tags.indexOf(tag) < index ? [{ path, problem: 'repeated' }] : [];
  });
}

function checkSkills(skills: readonly string[]): FormViolation[] {
  if (skills.length > SKILLS_LIMIT) return [tooMany('skills', SKILLS_LIMIT)];
  const words = skills.map(folded);
  return skills.flatMap((skill, index): FormViolation[] => {
    const path = ['skills', String(index)];
    if (words[index] === '') return [{ path, problem: 'blank' }];
    if (skill.length > SKILL_LENGTH) return [{ path, problem: 'too-long', maximum: SKILL_LENGTH }];
    return words.indexOf(words[index] ?? '') < index ? [{ path, problem: 'repeated' }] : [];
  });
}

function checkBirthDate(birthDate: string, today: string): FormViolation[] {
  const path = ['birthDate'];
  if (birthDate > today) return [{ path, problem: 'in-future' }];
  const earliest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`;
  return birthDate < earliest ? [{ path, problem: 'too-long-ago' }] : [];
}

function tooMany(field: string, maximum: number): FormViolation {
  return { path: [field], problem: 'too-many', maximum };
}

/** A form as it is kept: without the spaces around what was written. */
export function keptForm(form: ApplicationForm): ApplicationForm & { readonly skills: string[] } {
  return {
    ...form,
    motivation: form.motivation.trim(),
    skills: form.skills.map((skill) => skill.trim()),
    languages: form.languages.map(({ language, level }) => ({ language: canonicalTag(language) ?? language, level })),
  };
}
