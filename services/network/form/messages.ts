import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';
import { networkMessages } from '../messages.ts';

/** What the network's registers say of a form. */
export const formMessages = {
  ...inputPhrases,
  BLANK: networkMessages.BLANK,
  MISSING: networkMessages.MISSING,
  UNKNOWN_LANGUAGE: networkMessages.UNKNOWN_LANGUAGE,
  REPEATED: networkMessages.REPEATED,
  IN_FUTURE: networkMessages.IN_FUTURE,
  ENDS_BEFORE_IT_BEGINS: networkMessages.ENDS_BEFORE_IT_BEGINS,
  NOT_A_LINK: networkMessages.NOT_A_LINK,
  UNKNOWN_KEY: networkMessages.UNKNOWN_KEY,
  EMPTY: { kk: 'Кемінде біреуін көрсетіңіз.', ru: 'Укажите хотя бы одно.', en: 'Give at least one.' },
  TOO_MANY: networkMessages.TOO_MANY,
  OUTSIDE_YEAR: {
    kk: 'Бұл күн {year} жылға жатпайды.',
    ru: 'Этот день не в {year} году.',
    en: 'This day is not in {year}.',
  },
  BEFORE_IT_BEGINS: {
    kk: 'Ең ерте күні: {day}.',
    ru: 'Не раньше чем {day}.',
    en: 'Not before {day}.',
  },
  AFTER_IT_ENDS: {
    kk: 'Ең соңғы күні: {day}.',
    ru: 'Не позже чем {day}.',
    en: 'Not after {day}.',
  },
  UNKNOWN_REGION: networkMessages.NO_SUCH_REGION_CODE,
  UNKNOWN_CURRENCY: {
    kk: 'Валюта кодын ISO 4217 бойынша жазыңыз, мысалы KZT.',
    ru: 'Укажите код валюты по ISO 4217, например KZT.',
    en: 'Give the code of a currency, ISO 4217, such as KZT.',
  },
  OTHER_SECTOR: {
    kk: 'Бұл сала науқанға кірмейді. Науқанның салалары: {sectors}.',
    ru: 'Эта сфера не входит в кампанию. Её сферы: {sectors}.',
    en: 'The campaign is not about this sector. It is about {sectors}.',
  },
  BELOW_ONE: { kk: 'Кемінде бір болуы керек.', ru: 'Не меньше одного.', en: 'At least one.' },
  OVER_MAXIMUM: { kk: 'Ең көбі {maximum}.', ru: 'Не больше {maximum}.', en: 'At most {maximum}.' },
  OVER_A_DAY: {
    kk: 'Тәулікте 24 сағат қана бар: бұл күнге тағы {remaining} минут жазуға болады.',
    ru: 'В сутках 24 часа: на этот день можно записать ещё {remaining, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'A day has 24 hours: {remaining, plural, one {# more minute} other {# more minutes}} can be recorded on this one.',
  },
  MORE_THAN_ASKED: {
    kk: 'Сұралған сомадан ({asked}) артық.',
    ru: 'Больше, чем просили ({asked}).',
    en: 'This is more than was asked for ({asked}).',
  },
} as const;

export const say = speaker(formMessages);
