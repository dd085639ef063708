import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to people about letters and certificates. */
export const letterMessages = {
  ...inputPhrases,
  NOT_A_LINE: {
    kk: 'Бір жолға, басқару таңбаларынсыз жазыңыз.',
    ru: 'Пишите в одну строку, без управляющих символов.',
    en: 'Write one line, without control characters.',
  },
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады. Сілтемені тексеріңіз.',
    ru: 'Такого форума нет. Проверьте ссылку.',
    en: 'There is no such edition of the forum. Check the link.',
  },
  REGISTRATION_NOT_FOUND: {
    kk: 'Мұндай тіркелу табылмады.',
    ru: 'Такой регистрации нет.',
    en: 'There is no such registration.',
  },
  REGISTRATION_NOT_CONFIRMED: {
    kk: 'Шақыру хаты тіркелу расталғаннан кейін ғана беріледі.',
    ru: 'Приглашение выдаётся только после подтверждения регистрации.',
    en: 'A letter is given only for a confirmed registration.',
  },
  LATIN_NAME_MISSING: {
    kk: 'Паспорттағыдай латынша аты-жөні көрсетілмеген. Оны профильге жазып, қайталаңыз.',
    ru: 'Нет имени латиницей, как в паспорте. Впишите его в профиль и повторите.',
    en: 'The name in Latin letters, as in the passport, is missing. Add it to the profile and repeat.',
  },
  EDITION_NOT_AHEAD: {
    kk: 'Бұл форум өтіп кеткен немесе өткізілмейді: шақыру хаты берілмейді.',
    ru: 'Этот форум уже прошёл или не состоится: приглашения не выдаются.',
    en: 'This edition is over or does not take place: no invitations are given.',
  },
  EDITION_WITHOUT_DATES: {
    kk: 'Форумның күні әлі жарияланған жоқ: оны хатта көрсету мүмкін емес.',
    ru: 'Даты форума ещё не объявлены: в письме их не указать.',
    en: 'The dates of the edition are not announced yet: the letter cannot say them.',
  },
  EDITION_NOT_FINISHED: {
    kk: 'Сертификаттар форум аяқталғаннан кейін беріледі.',
    ru: 'Сертификаты выдаются после завершения форума.',
    en: 'Certificates are issued once the edition is finished.',
  },
  LETTER_ALREADY_REQUESTED: {
    kk: 'Бұл тіркелу бойынша шақыру хаты сұралып қойған.',
    ru: 'По этой регистрации приглашение уже запрошено.',
    en: 'A letter was requested for this registration before.',
  },
  LETTER_NOT_FOUND: {
    kk: 'Мұндай шақыру хаты табылмады.',
    ru: 'Такого приглашения нет.',
    en: 'There is no such letter.',
  },
} as const;

export const say = speaker(letterMessages);
