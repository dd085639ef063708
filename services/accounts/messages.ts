import { inputPhrases } from '../shared/messages/input-phrases.ts';
import { speaker } from '../shared/messages/messages.ts';

/** What accounts says to people about their profile. */
export const accountsMessages = {
  ...inputPhrases,
  VERSION_CONFLICT: {
    kk: 'Профиль осы аралықта өзгерген. Жаңасын ашып, қайта енгізіңіз.',
    ru: 'Профиль за это время изменился. Откройте его заново и повторите.',
    en: 'The profile has changed in the meantime. Load it again and repeat your change.',
  },
  REQUIRED: {
    kk: 'Мұны өшіруге болмайды.',
    ru: 'Это нельзя удалить.',
    en: 'This cannot be cleared.',
  },
  UNEXPECTED_CHARACTER: {
    kk: 'Есімде болмайтын таңба бар.',
    ru: 'Здесь есть знак, которого не бывает в имени.',
    en: 'There is a character that no name has.',
  },
  NOT_LATIN: {
    kk: 'Төлқұжаттағыдай жазыңыз: тек A–Z әріптері, бос орын, сызықша және дәйекше.',
    ru: 'Пишите как в паспорте: только буквы A–Z, пробел, дефис и апостроф.',
    en: 'Write it as in the passport: letters A to Z, spaces, hyphens and apostrophes only.',
  },
  MIXED_SCRIPTS: {
    kk: 'Бір жазудың әріптерін ғана қолданыңыз: ұқсас әріптер шатасып кеткен.',
    ru: 'Используйте буквы одного письма: здесь смешаны похожие буквы разных.',
    en: 'Use the letters of one script: letters that only look alike are mixed here.',
  },
  REPEATED: {
    kk: 'Бұл тіл екі рет көрсетілген.',
    ru: 'Этот язык указан дважды.',
    en: 'This language is given twice.',
  },
  TOO_MANY: {
    kk: 'Ең көбі {maximum} тіл.',
    ru: 'Не больше {maximum, plural, one {# языка} few {# языков} many {# языков} other {# языка}}.',
    en: 'At most {maximum, plural, one {# language} other {# languages}}.',
  },
  UNKNOWN_COUNTRY: {
    kk: 'Елдің екі әріпті кодын жазыңыз, мысалы KZ.',
    ru: 'Укажите двухбуквенный код страны, например KZ.',
    en: 'Give the two-letter code of a country, such as KZ.',
  },
  UNKNOWN_LOCALE: {
    kk: 'Портал қазақша, орысша және ағылшынша жазады: kk, ru немесе en.',
    ru: 'Портал пишет на казахском, русском и английском: kk, ru или en.',
    en: 'The portal writes in Kazakh, Russian and English: kk, ru or en.',
  },
  IN_FUTURE: {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day has not come yet.',
  },
  TOO_LONG_AGO: {
    kk: 'Бұл күн тым ертеде. Жылын тексеріңіз.',
    ru: 'Этот день слишком давно. Проверьте год.',
    en: 'This day is too long ago. Check the year.',
  },
} as const;

export const say = speaker(accountsMessages);
