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
  SUBGRAPH_OUT_OF_REACH: {
    kk: 'Порталдың «{service}» бөлігі қазір жауап бермейді. Бірер минуттан кейін қайталаңыз.',
    ru: 'Часть портала «{service}» сейчас недоступна. Повторите через несколько минут.',
    en: 'The {service} part of the portal is out of reach. Try again in a few minutes.',
  },
} as const;

export const say = speaker(filesMessages);
