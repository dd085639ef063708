import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to those who scan badges. */
export const checkInMessages = {
  ...inputPhrases,
  BLANK: {
    kk: 'Бос қалдырмаңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
  NONCE_CHARACTERS: {
    kk: 'Бос орынсыз, тек ASCII таңбаларымен жазыңыз.',
    ru: 'Только символы ASCII, без пробелов.',
    en: 'Characters of ASCII only, without spaces.',
  },
  NO_SCANS: {
    kk: 'Кемінде бір сканерлеуді жіберіңіз.',
    ru: 'Передайте хотя бы одно сканирование.',
    en: 'Send at least one scan.',
  },
  TOO_MANY_SCANS: {
    kk: 'Бір сұрауда ең көбі {maximum} сканерлеу қабылданады. Бөліп жіберіңіз.',
    ru: 'В одном запросе — не больше {maximum, plural, one {# сканирования} few {# сканирований} many {# сканирований} other {# сканирования}}. Разделите запрос.',
    en: 'At most {maximum, plural, one {# scan is} other {# scans are}} taken in one request. Send them in several.',
  },
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады.',
    ru: 'Такого форума нет.',
    en: 'There is no such edition of the forum.',
  },
  SCAN_NOT_FOUND: {
    kk: 'Мұндай сканерлеу табылмады.',
    ru: 'Такого сканирования нет.',
    en: 'There is no such scan.',
  },
  NONCE_REUSED: {
    kk: 'Бұл белгі басқа сканерлеуге тиесілі. Жаңасын алыңыз.',
    ru: 'Эта метка уже принадлежит другому сканированию. Возьмите новую.',
    en: 'This nonce belongs to another scan. Take a new one.',
  },
  SCAN_ALREADY_UNDONE: {
    kk: 'Бұл сканерлеу бұрын қайтарып алынған.',
    ru: 'Это сканирование уже отменено.',
    en: 'This scan was undone before.',
  },
  SCAN_NOT_TO_BE_UNDONE: {
    kk: 'Тек есікті ашқан сканерлеуді қайтарып алуға болады.',
    ru: 'Отменить можно только сканирование, по которому пропустили.',
    en: 'Only a scan that opened a door can be undone.',
  },
  NO_SCAN_CONFLICT: {
    kk: 'Бұл сканерлеуде қайшылық жоқ.',
    ru: 'В этом сканировании нет противоречия.',
    en: 'There is no conflict in this scan.',
  },
  SCAN_CONFLICT_RESOLVED: {
    kk: 'Бұл қайшылықты басқа біреу қарап шыққан.',
    ru: 'Это противоречие уже разобрал кто-то другой.',
    en: 'Somebody else has looked at this conflict.',
  },
} as const;

export const say = speaker(checkInMessages);
