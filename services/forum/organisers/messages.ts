import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What the organisers' desk says to people. */
export const organisersMessages = {
  ...inputPhrases,
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады. Сілтемені тексеріңіз.',
    ru: 'Такого форума нет. Проверьте ссылку.',
    en: 'There is no such edition of the forum. Check the link.',
  },
  SEARCH_TOO_SHORT: {
    kk: 'Аты-жөні бойынша іздеу үшін кемінде {minimum} әріп жазыңыз.',
    ru: 'Для поиска по имени введите не меньше {minimum, plural, one {# буквы} few {# букв} many {# букв} other {# буквы}}.',
    en: 'To search by name, give at least {minimum, plural, one {# letter} other {# letters}}.',
  },
  NEEDS_WITHHELD: {
    kk: 'Қатысушылардың тамақтану және қолжетімділік қажеттіліктері тіркеу үстеліне көрсетілмейді. Оларсыз сұраңыз.',
    ru: 'Потребности участников в питании и доступной среде стойке регистрации не показываются. Запросите файл без них.',
    en: 'What participants need is not shown to the registration desk. Ask for the file without it.',
  },
  ANNOUNCEMENT_NOT_FOUND: {
    kk: 'Мұндай хабарлама табылмады.',
    ru: 'Такого сообщения нет.',
    en: 'There is no such announcement.',
  },
  GROUP_BY_NAME: {
    kk: 'Хабарлама алушыларды аты-жөні бойынша таңдауға болмайды. Күйі, санаты, елі немесе күні бойынша таңдаңыз.',
    ru: 'Получателей нельзя выбрать по имени. Выберите по статусу, категории, стране или дате.',
    en: 'Recipients are not chosen by name. Choose by status, category, country or date.',
  },
  TEXT_MISSING: {
    kk: 'Кемінде бір тілде жазыңыз.',
    ru: 'Напишите хотя бы на одном языке.',
    en: 'Write it in one language at least.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Мұндай тіл белгісіз. Тілді kk, ru немесе en сияқты белгімен көрсетіңіз.',
    ru: 'Такой язык неизвестен. Укажите его меткой вроде kk, ru или en.',
    en: 'No such language is known. Give it by a tag such as kk, ru or en.',
  },
  LANGUAGE_REPEATED: {
    kk: 'Бұл тіл екі рет көрсетілген.',
    ru: 'Этот язык указан дважды.',
    en: 'This language is given twice.',
  },
} as const;

export const say = speaker(organisersMessages);
