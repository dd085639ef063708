import { LanguageLevel } from '../../../shared/language/language-skill.rules.ts';
import { portalLanguage } from '../../../shared/text/localize.rules.ts';
import { Education } from '../../opening/terms.rules.ts';
import { EligibilityRule, type RuleResult } from './eligibility.rules.ts';
import { say } from './messages.ts';

/** Says to the person, in their language, what a requirement asks for and how they do by it, or what they have not told yet. */
export function explain({ rule, required, met, isUnknown = false }: RuleResult, asked: string): string {
  const locale = portalLanguage(asked);
  const how = met ? 'MET' : isUnknown ? 'UNKNOWN' : 'UNMET';
  switch (rule) {
    case EligibilityRule.CITIZENSHIP:
      return say(`CITIZENSHIP_${how}`, locale, { countries: countriesIn(required, locale) });
    case EligibilityRule.MINIMUM_AGE:
      return say(`MINIMUM_AGE_${how}`, locale, { years: Number(required) });
    case EligibilityRule.MAXIMUM_AGE:
      return say(`MAXIMUM_AGE_${how}`, locale, { years: Number(required) });
    case EligibilityRule.EDUCATION:
      return say(`EDUCATION_${how}`, locale, { education: educationIn(required, locale) });
    case EligibilityRule.LANGUAGE:
      return say(`LANGUAGE_${how}`, locale, languageIn(required, locale));
    case EligibilityRule.SKILL:
      return say(`SKILL_${how}`, locale, { skill: required });
  }
}

function countriesIn(codes: string, locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return list.format(codes.split(' ').map((code) => names.of(code) ?? code));
}

function educationIn(required: string, locale: string): string {
  const education = Object.values(Education).find((one) => one === required);
  return education ? say(education, locale) : required;
}

function languageIn(required: string, locale: string): { language: string; level: string } {
  const [tag = '', level = ''] = required.split(' ');
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  return { language, level: level === LanguageLevel.NATIVE ? say('NATIVE', locale) : level };
}
