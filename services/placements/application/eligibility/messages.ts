import { speaker } from '../../../shared/messages/messages.ts';

/** How an opening's requirements are explained: met, not met, or not known yet. */
export const eligibilityMessages = {
  CITIZENSHIP_MET: {
    kk: 'Азаматтығыңыз сай келеді: {countries}.',
    ru: 'Ваше гражданство подходит: {countries}.',
    en: 'Your citizenship is one that is asked for: {countries}.',
  },
  CITIZENSHIP_UNMET: {
    kk: 'Мына елдердің азаматтары ғана өтінім бере алады: {countries}.',
    ru: 'Нужно гражданство: {countries}.',
    en: 'It is for citizens of {countries}.',
  },
  CITIZENSHIP_UNKNOWN: {
    kk: 'Азаматтығыңызды жазыңыз: мына елдердің азаматтары ғана өтінім бере алады: {countries}.',
    ru: 'Укажите своё гражданство: нужно гражданство {countries}.',
    en: 'Tell us your citizenship: it is for citizens of {countries}.',
  },
  MINIMUM_AGE_MET: {
    kk: 'Қызметтің бірінші күні сізде {years} жас толған болады.',
    ru: 'В первый день службы вам уже будет {years, plural, one {# год} few {# года} many {# лет} other {# года}}.',
    en: 'You are at least {years} on the first day of service.',
  },
  MINIMUM_AGE_UNMET: {
    kk: 'Қызметтің бірінші күні {years} жас толуы керек.',
    ru: 'В первый день службы должно исполниться {years, plural, one {# год} few {# года} many {# лет} other {# года}}.',
    en: 'You have to be at least {years} on the first day of service.',
  },
  MINIMUM_AGE_UNKNOWN: {
    kk: 'Туған күніңізді жазыңыз: қызметтің бірінші күні {years} жас толуы керек.',
    ru: 'Укажите дату рождения: в первый день службы должно исполниться {years, plural, one {# год} few {# года} many {# лет} other {# года}}.',
    en: 'Tell us your date of birth: you have to be at least {years} on the first day of service.',
  },
  MAXIMUM_AGE_MET: {
    kk: 'Қызметтің бірінші күні жасыңыз {years} жастан аспайды.',
    ru: 'В первый день службы вам будет не больше {years} лет.',
    en: 'You are at most {years} on the first day of service.',
  },
  MAXIMUM_AGE_UNMET: {
    kk: 'Қызметтің бірінші күні жасыңыз {years} жастан аспауы керек.',
    ru: 'В первый день службы должно быть не больше {years} лет.',
    en: 'You can be at most {years} on the first day of service.',
  },
  MAXIMUM_AGE_UNKNOWN: {
    kk: 'Туған күніңізді жазыңыз: қызметтің бірінші күні жасыңыз {years} жастан аспауы керек.',
    ru: 'Укажите дату рождения: в первый день службы должно быть не больше {years} лет.',
    en: 'Tell us your date of birth: you can be at most {years} on the first day of service.',
  },
  EDUCATION_MET: {
    kk: 'Біліміңіз жеткілікті: {education} немесе одан жоғары.',
    ru: 'Ваше образование подходит: {education} или выше.',
    en: 'Your education suffices: {education} or higher.',
  },
  EDUCATION_UNMET: {
    kk: 'Керекті білім: {education} немесе одан жоғары.',
    ru: 'Нужно образование: {education} или выше.',
    en: 'It asks for education: {education} or higher.',
  },
  EDUCATION_UNKNOWN: {
    kk: 'Біліміңізді жазыңыз: {education} немесе одан жоғары керек.',
    ru: 'Укажите своё образование: нужно {education} или выше.',
    en: 'Tell us your education: it asks for {education} or higher.',
  },
  LANGUAGE_MET: {
    kk: 'Тіліңіз жеткілікті: {language}, {level}.',
    ru: 'Вы достаточно владеете языком: {language}, {level}.',
    en: 'You have the language well enough: {language}, {level}.',
  },
  LANGUAGE_UNMET: {
    kk: 'Керекті тіл: {language}, кемінде {level}.',
    ru: 'Нужен язык: {language}, не ниже {level}.',
    en: 'It asks for a language: {language}, at least {level}.',
  },
  LANGUAGE_UNKNOWN: {
    kk: 'Қандай тілдер білетініңізді жазыңыз: {language}, кемінде {level} керек.',
    ru: 'Укажите, какими языками владеете: нужен {language}, не ниже {level}.',
    en: 'Tell us which languages you have: it asks for {language}, at least {level}.',
  },
  SKILL_MET: {
    kk: 'Сұралған дағды сізде бар: {skill}.',
    ru: 'У вас есть нужный навык: {skill}.',
    en: 'You have a skill that is asked for: {skill}.',
  },
  SKILL_UNMET: {
    kk: 'Керекті дағды: {skill}.',
    ru: 'Нужен навык: {skill}.',
    en: 'It asks for a skill: {skill}.',
  },
  SKILL_UNKNOWN: {
    kk: 'Дағдыларыңызды жазыңыз: {skill} керек.',
    ru: 'Укажите свои навыки: нужен {skill}.',
    en: 'Tell us your skills: it asks for {skill}.',
  },
  SECONDARY: { kk: 'орта білім', ru: 'среднее', en: 'secondary school' },
  VOCATIONAL: { kk: 'кәсіптік білім', ru: 'профессиональное', en: 'vocational training' },
  BACHELOR: { kk: 'бакалавр', ru: 'бакалавриат', en: 'a bachelor’s degree' },
  MASTER: { kk: 'магистр', ru: 'магистратура', en: 'a master’s degree' },
  DOCTORATE: { kk: 'ғылым докторы', ru: 'учёная степень', en: 'a doctorate' },
  NATIVE: { kk: 'ана тілі', ru: 'родной язык', en: 'mother tongue' },
} as const;

export const say = speaker(eligibilityMessages);
