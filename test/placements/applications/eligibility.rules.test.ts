import { describe, expect, it } from 'vitest';
import {
  type Applicant,
  ageOn,
  EligibilityRule,
  isEligible,
  judge,
} from '../../../services/placements/application/eligibility/eligibility.rules.ts';
import { explain } from '../../../services/placements/application/eligibility/explain.ts';
import { Education, NO_REQUIREMENTS, type Requirements } from '../../../services/placements/opening/terms.rules.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';

const FIRST_DAY = '2026-11-01';
const { A2, B2, C1, C2, NATIVE } = LanguageLevel;
const NOBODY: Applicant = { birthDate: null, citizenship: null, education: null, languages: null, skills: null };
const SOMEBODY: Applicant = {
  birthDate: '1998-09-03',
  citizenship: 'KZ',
  education: Education.BACHELOR,
  languages: [{ language: 'en-GB', level: C1 }],
  skills: ['First Aid'],
};

function isMet(requirement: Partial<Requirements>, change: Partial<Applicant> = {}): boolean {
  return isEligible(judge({ ...NO_REQUIREMENTS, ...requirement }, { ...SOMEBODY, ...change }, FIRST_DAY));
}

describe('whoever applies for an opening', () => {
  it.each<[string, Partial<Requirements>, Partial<Applicant>, boolean]>([
    ['qualifies where nothing is asked', {}, NOBODY, true],
    ['has one of the citizenships', { citizenships: ['KG', 'KZ'] }, {}, true],
    ['has none of the citizenships', { citizenships: ['KG'] }, {}, false],
    ['is old enough on the first day of service', { minimumAge: 18 }, { birthDate: '2008-11-01' }, true],
    ['is a day too young on the first day of service', { minimumAge: 18 }, { birthDate: '2008-11-02' }, false],
    ['is at the last age on the first day of service', { maximumAge: 35 }, { birthDate: '1990-11-02' }, true],
    ['is a day too old on the first day of service', { maximumAge: 35 }, { birthDate: '1990-11-01' }, false],
    ['has more education than is asked', { education: Education.SECONDARY }, {}, true],
    ['has less education than is asked', { education: Education.MASTER }, {}, false],
    ['has the language of another region', { languages: [{ language: 'en', level: B2 }] }, {}, true],
    ['has the language at exactly the level', { languages: [{ language: 'en', level: C1 }] }, {}, true],
    ['has the language less well', { languages: [{ language: 'en', level: C2 }] }, {}, false],
    [
      'has it as mother tongue, which is above every level',
      { languages: [{ language: 'en', level: C2 }] },
      { languages: [{ language: 'en', level: NATIVE }] },
      true,
    ],
    ['has learned it, where a mother tongue is asked', { languages: [{ language: 'en', level: NATIVE }] }, {}, false],
    ['lacks one of two languages', { languages: ['en', 'sw'].map((language) => ({ language, level: A2 })) }, {}, false],
    ['has a skill in another spelling', { skills: ['first-aid'] }, {}, true],
    ['lacks one of two skills', { skills: ['first-aid', 'diving'] }, {}, false],
    ['has told nothing', { minimumAge: 18 }, NOBODY, false],
  ])('%s', (_case, requirement, person, met) => expect(isMet(requirement, person)).toBe(met));

  it('is judged by all that is asked, in order, and by nothing else', () => {
    const results = judge(
      {
        citizenships: ['KG', 'UZ'],
        minimumAge: 18,
        maximumAge: 30,
        education: Education.MASTER,
        languages: [{ language: 'sw', level: B2 }],
        skills: ['diving'],
      },
      { ...SOMEBODY, languages: null },
      FIRST_DAY,
    );

    expect(results).toEqual([
      { rule: EligibilityRule.CITIZENSHIP, required: 'KG UZ', met: false },
      { rule: EligibilityRule.MINIMUM_AGE, required: '18', met: true },
      { rule: EligibilityRule.MAXIMUM_AGE, required: '30', met: true },
      { rule: EligibilityRule.EDUCATION, required: 'MASTER', met: false },
      { rule: EligibilityRule.LANGUAGE, required: 'sw B2', met: false, isUnknown: true },
      { rule: EligibilityRule.SKILL, required: 'diving', met: false },
    ]);
  });

  it('is a year older on 1 March where their birthday is 29 February', () => {
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
  });
});

describe('an explanation', () => {
  it.each([
    [
      'en',
      { rule: EligibilityRule.CITIZENSHIP, required: 'KG KZ', met: false },
      'It is for citizens of Kyrgyzstan or Kazakhstan.',
    ],
    [
      'ru',
      { rule: EligibilityRule.MINIMUM_AGE, required: '21', met: false },
      'В первый день службы должно исполниться 21 год.',
    ],
    [
      'en',
      { rule: EligibilityRule.LANGUAGE, required: 'sw B2', met: false },
      'It asks for a language: Swahili, at least B2.',
    ],
    [
      'en',
      { rule: EligibilityRule.LANGUAGE, required: 'ru NATIVE', met: true },
      'You have the language well enough: Russian, mother tongue.',
    ],
    [
      'kk',
      { rule: EligibilityRule.EDUCATION, required: 'MASTER', met: false },
      'Керекті білім: магистр немесе одан жоғары.',
    ],
    [
      'en-GB',
      { rule: EligibilityRule.MINIMUM_AGE, required: '18', met: false, isUnknown: true },
      'Tell us your date of birth: you have to be at least 18 on the first day of service.',
    ],
    ['en', { rule: EligibilityRule.SKILL, required: 'first-aid', met: false }, 'It asks for a skill: first-aid.'],
  ])('says in %s what is asked for and how it is met', (locale, result, words) => {
    expect(explain(result, locale)).toBe(words);
  });

  it.each(['kk', 'ru', 'en'])('exists in %s for every rule, met, unmet and unknown', (locale) => {
    const required = {
      CITIZENSHIP: 'KZ',
      MINIMUM_AGE: '18',
      MAXIMUM_AGE: '30',
      EDUCATION: 'MASTER',
      LANGUAGE: 'en B2',
      SKILL: 'diving',
    };
    const words = Object.values(EligibilityRule).flatMap((rule) =>
      [{ met: true }, { met: false }, { met: false, isUnknown: true }].map((how) =>
        explain({ rule, required: required[rule], ...how }, locale),
      ),
    );

    expect(new Set(words).size).toBe(18);
  });
});
