import { LanguageLevel, type LanguageSkill } from '../../../shared/language/language-skill.rules.ts';
import { Education, type Requirements } from '../../opening/terms.rules.ts';

/** Grows when the rules judge otherwise than before; kept with each judgement. */
export const RULES_VERSION = '1';

/** A requirement of an opening that was looked at. */
export enum EligibilityRule {
  CITIZENSHIP = 'CITIZENSHIP',
  MINIMUM_AGE = 'MINIMUM_AGE',
  MAXIMUM_AGE = 'MAXIMUM_AGE',
  EDUCATION = 'EDUCATION',
  LANGUAGE = 'LANGUAGE',
  SKILL = 'SKILL',
}

/** How somebody does by one requirement. Holds nothing of the person: what was asked for and whether it is met. */
export interface RuleResult {
  readonly rule: EligibilityRule;
  /** What is asked for, as the opening says it: `en B2`, `18`, `first-aid`, `KG KZ`. */
  readonly required: string;
  readonly met: boolean;
  /** True where the person has not said what it takes to judge; such a rule is not met. */
  readonly isUnknown?: boolean;
}

/** What somebody is judged by; null for what they have not said. */
export interface Applicant {
  /** ISO 8601 day. */
  readonly birthDate: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string | null;
  readonly education: Education | null;
  readonly languages: readonly LanguageSkill[] | null;
  readonly skills: readonly string[] | null;
}

const EDUCATION = Object.values(Education);
const LEVELS = Object.values(LanguageLevel);

/**
 * Judges somebody by all that an opening requires, in the order citizenship, age, education, languages, skills. What is
 * not required is not judged.
 *
 * Age is counted on `firstDay`, the first day of service. A mother tongue is above every level, and a language counts
 * whatever its region: `en-GB` for `en`. Skills are compared without case, marks and spaces.
 */
export function judge(required: Requirements, person: Applicant, firstDay: string): readonly RuleResult[] {
  const age = person.birthDate === null ? null : ageOn(person.birthDate, firstDay);
  const { citizenships, minimumAge, maximumAge, education } = required;
  return [
    ...(citizenships.length === 0
      ? []
      : [
          result(EligibilityRule.CITIZENSHIP, citizenships.join(' '), person.citizenship, (code) =>
            citizenships.includes(code),
          ),
        ]),
    ...(minimumAge === null
      ? []
      : [result(EligibilityRule.MINIMUM_AGE, String(minimumAge), age, (years) => years >= minimumAge)]),
    ...(maximumAge === null
      ? []
      : [result(EligibilityRule.MAXIMUM_AGE, String(maximumAge), age, (years) => years <= maximumAge)]),
    ...(education === null
      ? []
      : [
          result(
            EligibilityRule.EDUCATION,
            education,
            person.education,
            (reached) => EDUCATION.indexOf(reached) >= EDUCATION.indexOf(education),
          ),
        ]),
    ...required.languages.map((asked) =>
      result(EligibilityRule.LANGUAGE, `${asked.language} ${asked.level}`, person.languages, (skills) =>
        skills.some((skill) => reaches(skill, asked)),
      ),
    ),
    ...required.skills.map((asked) =>
      result(EligibilityRule.SKILL, asked, person.skills, (skills) =>
        skills.some((skill) => folded(skill) === folded(asked)),
      ),
    ),
  ];
}

/** Whether everything that is required is met; nothing required is. */
export function isEligible(results: readonly RuleResult[]): boolean {
  return results.every(({ met }) => met);
}

/** Full years of age on a day. Whoever was born on 29 February is a year older on 1 March of other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function result<Fact>(
  rule: EligibilityRule,
  required: string,
  fact: Fact | null,
  isMet: (fact: Fact) => boolean,
): RuleResult {
  return fact === null ? { rule, required, met: false, isUnknown: true } : { rule, required, met: isMet(fact) };
}

function reaches(skill: LanguageSkill, asked: LanguageSkill): boolean {
  return (
    languageOf(skill.language) === languageOf(asked.language) &&
    LEVELS.indexOf(skill.level) >= LEVELS.indexOf(asked.level)
  );
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** `First Aid` and `first-aid` are one skill. */
export function folded(skill: string): string {
  return skill
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
