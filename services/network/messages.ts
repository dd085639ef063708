import { inputPhrases } from '../shared/messages/input-phrases.ts';
import { speaker } from '../shared/messages/messages.ts';

/** What the network says to people. */
export const networkMessages = {
  ...inputPhrases,
  BLANK: {
    kk: 'Бос қалдырмаңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
  MISSING: {
    kk: 'Мұны көрсету қажет.',
    ru: 'Это нужно указать.',
    en: 'This is needed.',
  },
  EMPTY: {
    kk: 'Кемінде біреуін көрсетіңіз немесе мәнді null етіп өшіріңіз.',
    ru: 'Укажите хотя бы одно значение или очистите поле: null.',
    en: 'Give at least one, or clear it with null.',
  },
  TOO_MANY: {
    kk: 'Ең көбі {maximum}.',
    ru: 'Не больше {maximum}.',
    en: 'At most {maximum}.',
  },
  REPEATED: {
    kk: 'Бұл екі рет көрсетілген.',
    ru: 'Это указано дважды.',
    en: 'This is given twice.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Тіл белгісін BCP 47 бойынша жазыңыз, мысалы kk немесе ru.',
    ru: 'Укажите обозначение языка по BCP 47, например kk или ru.',
    en: 'Give the tag of a language, BCP 47, such as kk or en.',
  },
  LANGUAGE_MISSING: {
    kk: 'Қазақша, орысша және ағылшынша жазыңыз: kk, ru, en.',
    ru: 'Напишите на казахском, русском и английском: kk, ru, en.',
    en: 'Write it in Kazakh, Russian and English: kk, ru, en.',
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
  ENDS_BEFORE_IT_BEGINS: {
    kk: 'Соңғы күні бірінші күнінен ерте.',
    ru: 'Последний день раньше первого.',
    en: 'It ends before it begins.',
  },
  NOT_A_PHONE_NUMBER: {
    kk: 'Нөмірді халықаралық түрде («+» белгісінен бастап) немесе төрт цифрлы қысқа нөмір етіп жазыңыз.',
    ru: 'Напишите международный номер, начиная с «+», или короткий из четырёх цифр.',
    en: 'Write an international number that begins with a plus, or a short code of four digits.',
  },
  UNKNOWN_TIME_ZONE: {
    kk: 'Уақыт белдеуін IANA бойынша атаңыз, мысалы Asia/Almaty.',
    ru: 'Назовите часовой пояс по IANA, например Asia/Almaty.',
    en: 'Name a time zone of IANA, such as Asia/Almaty.',
  },
  NOT_A_TIME: {
    kk: 'Уақытты 24 сағаттық түрде жазыңыз, мысалы 09:00.',
    ru: 'Напишите время в 24-часовом виде, например 09:00.',
    en: 'Write a time on a clock of 24 hours, such as 09:00.',
  },
  CLOSES_BEFORE_IT_OPENS: {
    kk: 'Жабылу уақыты ашылу уақытынан кейін болуы керек.',
    ru: 'Время закрытия должно быть позже времени открытия.',
    en: 'It has to close after it opens.',
  },
  OVERLAPPING: {
    kk: 'Бұл уақыт басқа аралықпен қабаттасады.',
    ru: 'Это время пересекается с другим промежутком.',
    en: 'This overlaps with other hours.',
  },
  FRONT_OFFICE_NOT_FOUND: {
    kk: 'Мұндай фронт-кеңсе жоқ.',
    ru: 'Такого фронт-офиса нет.',
    en: 'There is no such front office.',
  },
  NO_SUCH_REGION_CODE: {
    kk: 'Мұндай өңір коды жоқ. Кодтар: {codes}.',
    ru: 'Такого кода региона нет. Коды: {codes}.',
    en: 'There is no region of this code. The codes are {codes}.',
  },
  NEGATIVE: {
    kk: 'Нөлден кем болмайды.',
    ru: 'Не может быть меньше нуля.',
    en: 'This cannot be less than zero.',
  },
  OUTSIDE_YEAR: {
    kk: 'Кезең бұл жылды қамтымайды.',
    ru: 'Период не захватывает этот год.',
    en: 'The period does not reach this year.',
  },
  BEFORE_PERIOD_ENDS: {
    kk: 'Бұл күні кезең әлі аяқталмаған.',
    ru: 'В этот день период ещё не кончился.',
    en: 'On this day the period had not ended yet.',
  },
  AFTER_PUBLICATION: {
    kk: 'Дереккөз бұл күннен бұрын жарияланған.',
    ru: 'Источник опубликован раньше этого дня.',
    en: 'The source was published before this day.',
  },
  UNKNOWN_KEY: {
    kk: 'Мұндай көрсеткіш жоқ. Алдымен оны анықтаңыз.',
    ru: 'Такого показателя нет. Сначала определите его.',
    en: 'There is no figure of this key. Define it first.',
  },
  ANOTHER_FIGURE: {
    kk: 'Бұл басқа көрсеткіш немесе басқа жыл.',
    ru: 'Это другой показатель или другой год.',
    en: 'That is another figure, or of another year.',
  },
  NOT_A_LINK: {
    kk: 'https:// деп басталатын сілтеме жазыңыз.',
    ru: 'Напишите ссылку, которая начинается с https://.',
    en: 'Write a link that begins with https://.',
  },
  NOT_A_KEY: {
    kk: 'Латынның бас әріптері, цифрлар және астыңғы сызық: 2–60 таңба, әріптен бастаңыз.',
    ru: 'Заглавные латинские буквы, цифры и подчёркивание: от 2 до 60 знаков, первой — буква.',
    en: 'Capital letters A to Z, digits and underscores: 2 to 60 characters, a letter first.',
  },
  IMPACT_FIGURE_KEY_TAKEN: {
    kk: 'Мұндай кілті бар көрсеткіш бұрыннан бар.',
    ru: 'Показатель с таким ключом уже есть.',
    en: 'There is a figure of this key already.',
  },
  IMPACT_FIGURE_NOT_FOUND: {
    kk: 'Түзетілетін көрсеткіш табылмады.',
    ru: 'Показатель, который вы исправляете, не найден.',
    en: 'There is no such figure to correct.',
  },
  IMPACT_FIGURE_SUPERSEDED: {
    kk: 'Бұл көрсеткіш бұрын түзетілген. Оның орнындағысын түзетіңіз.',
    ru: 'Этот показатель уже исправлен. Исправляйте тот, что стоит на его месте.',
    en: 'This figure is corrected already. Correct the one that stands in its place.',
  },
  IMPACT_FIGURE_RECORDED: {
    kk: 'Бұл дереккөздің осы кезеңдегі көрсеткіші жазылған. Өзгерту үшін соны түзетіңіз.',
    ru: 'Показатель этого источника за этот период уже записан. Чтобы изменить его, исправьте запись.',
    en: 'This source has a figure for this period already. To change it, correct that one.',
  },
  NO_AGE: {
    kk: 'Жасты 0 мен {oldest} аралығында жазыңыз.',
    ru: 'Укажите возраст от 0 до {oldest}.',
    en: 'Give an age from 0 to {oldest}.',
  },
  BELOW_MINIMUM: {
    kk: 'Ең үлкен жас ең кіші жастан кем.',
    ru: 'Наибольший возраст меньше наименьшего.',
    en: 'The maximum age is below the minimum.',
  },
  SEGMENT_DEFINITION_OVERLAPS: {
    kk: 'Осы күндердің бірінде топтың басқа анықтамасы күшінде.',
    ru: 'В какие-то из этих дней действует другое определение группы.',
    en: 'Another definition of the group holds on some of these days.',
  },
} as const;

export const say = speaker(networkMessages);
