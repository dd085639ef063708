import { speaker } from '../../services/shared/messages/messages.ts';

/** What people read in the place of a file. */
export const filesMessages = {
  NOT_FOUND: {
    kk: 'Мұндай файл жоқ. Сілтеме толық көшірілгенін тексеріңіз.',
    ru: 'Такого файла нет. Проверьте, что ссылка скопирована целиком.',
    en: 'There is no such file. Check that the link was copied whole.',
  },
  EXPIRED: {
    kk: 'Бұл сілтеменің мерзімі өткен. Деректеріңізді қайта сұраңыз.',
    ru: 'Срок действия этой ссылки истёк. Запросите данные ещё раз.',
    en: 'This link has expired. Ask for your data again.',
  },
  NO_LONGER_VALID: {
    kk: 'Бұл құжат енді жарамсыз.',
    ru: 'Этот документ больше не действителен.',
    en: 'This document is no longer valid.',
  },
  UNAUTHENTICATED: {
    kk: 'Бұл файлды алу үшін жүйеге кіріңіз.',
    ru: 'Чтобы получить этот файл, войдите в систему.',
    en: 'Sign in to get this file.',
  },
  FORBIDDEN: {
    kk: 'Бұл файлды алуға құқығыңыз жоқ.',
    ru: 'У вас нет права получить этот файл.',
    en: 'You may not have this file.',
  },
  METHOD_NOT_ALLOWED: {
    kk: 'Файлдарды GET сұрауымен алыңыз.',
    ru: 'Получайте файлы запросом GET.',
    en: 'Get files by GET.',
  },
  SUBGRAPH_OUT_OF_REACH: {
    kk: 'Порталдың «{service}» бөлігі қазір жауап бермейді. Бірер минуттан кейін қайталаңыз.',
    ru: 'Часть портала «{service}» сейчас недоступна. Повторите через несколько минут.',
    en: 'The {service} part of the portal is out of reach. Try again in a few minutes.',
  },
} as const;

export const say = speaker(filesMessages);
