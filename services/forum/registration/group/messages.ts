import { inputPhrases } from '../../../shared/messages/input-phrases.ts';
import { speaker } from '../../../shared/messages/messages.ts';

/** What the forum says to organisations that register people, and to those people. */
export const groupMessages = {
  ...inputPhrases,
  GROUP_ROWS_REFUSED: {
    kk: 'Ешкім тіркелген жоқ: {count} жолға назар аударыңыз.',
    ru: 'Никто не зарегистрирован: {count, plural, one {посмотрите # строку} few {посмотрите # строки} many {посмотрите # строк} other {посмотрите # строки}}.',
    en: 'Nobody is registered: {count, plural, one {one row needs} other {# rows need}} your attention.',
  },
  GROUP_TOO_LARGE: {
    kk: 'Тізімде {size} адам бар, ал форумда барлығы {capacity} орын.',
    ru: 'В списке {size, plural, one {# человек} few {# человека} many {# человек} other {# человека}}, а мест на форуме всего {capacity}.',
    en: 'The list has {size, plural, one {# person} other {# people}}, and the forum has {capacity, plural, one {# seat} other {# seats}} in all.',
  },
  GROUP_DOES_NOT_FIT: {
    kk: 'Топқа бос орын да, кезектен орын да жетпейді.',
    ru: 'Для группы не хватает ни свободных мест, ни мест в листе ожидания.',
    en: 'There are too few seats for the group, and too few places on the waiting list.',
  },
  GROUP_NOMINATION_REQUIRED: {
    kk: 'Делегаттарды ұйым емес, мемлекетінің делегациясы ұсынады.',
    ru: 'Делегатов выдвигает делегация их государства, а не организация.',
    en: 'Delegates are nominated by the delegation of their state, not by an organisation.',
  },
  INVALID_ROW: {
    kk: 'Жолда {count} қате бар.',
    ru: '{count, plural, one {В строке # ошибка} few {В строке # ошибки} many {В строке # ошибок} other {В строке # ошибки}}.',
    en: '{count, plural, one {One thing is wrong with the row} other {# things are wrong with the row}}.',
  },
  REPEATED_ADDRESS: {
    kk: 'Бұл пошта мекенжайы {row}-жолда бар.',
    ru: 'Этот адрес почты уже есть в строке {row}.',
    en: 'Row {row} has this mail address already.',
  },
  MEMBER_ALREADY_REGISTERED: {
    kk: 'Бұл мекенжаймен адам бұл форумға тіркеліп қойған.',
    ru: 'Человек с этим адресом уже зарегистрирован на этот форум.',
    en: 'Somebody with this address is already registered for this edition.',
  },
  NO_ROOM_FOR_ROW: {
    kk: 'Бұл жолға орын да, кезектен орын да жетпеді.',
    ru: 'Для этой строки не хватило ни места, ни места в листе ожидания.',
    en: 'There is no seat left for this row, and no place on the waiting list.',
  },
  REQUIRED: {
    kk: 'Мұны толтырыңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
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
  BAD_ADDRESS: {
    kk: 'Бұл пошта мекенжайына ұқсамайды.',
    ru: 'Это не похоже на адрес почты.',
    en: 'This does not look like a mail address.',
  },
  BAD_DATE: {
    kk: 'Мұндай күн жоқ. Былай жазыңыз: 2001-05-17.',
    ru: 'Такого дня нет. Пишите так: 2001-05-17.',
    en: 'There is no such day. Write it as 2001-05-17.',
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
  UNKNOWN_COUNTRY: {
    kk: 'Елдің екі әріпті кодын жазыңыз, мысалы KZ.',
    ru: 'Укажите двухбуквенный код страны, например KZ.',
    en: 'Give the two-letter code of a country, such as KZ.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Тілдің кодын жазыңыз, мысалы kk, ru немесе en.',
    ru: 'Укажите код языка, например kk, ru или en.',
    en: 'Give the code of a language, such as kk, ru or en.',
  },
  TOO_MANY_CELLS: {
    kk: 'Бұл жолда бағаннан көп ұяшық бар: бөлгіші бар мәтінді тырнақшаға алыңыз.',
    ru: 'В строке больше ячеек, чем столбцов: возьмите текст с разделителем в кавычки.',
    en: 'The row has more cells than there are columns: put a text with the delimiter in it in quotes.',
  },
  UNEXPECTED_TEXT: {
    kk: 'Ұйымның атын бір жолға, сілтемесіз және пошта мекенжайынсыз жазыңыз.',
    ru: 'Пишите название организации в одну строку, без ссылок и адресов почты.',
    en: 'Write the name of the organisation in one line, without links and mail addresses.',
  },
  NO_MEMBERS: {
    kk: 'Тізім бос.',
    ru: 'Список пуст.',
    en: 'The list is empty.',
  },
  TOO_MANY_MEMBERS: {
    kk: 'Бір тізімде ең көбі {maximum} адам. Тізімді бөліңіз.',
    ru: 'В одном списке не больше {maximum, plural, one {# человека} few {# человек} many {# человек} other {# человека}}. Разделите список.',
    en: 'A list holds at most {maximum, plural, one {# person} other {# people}}. Split it.',
  },
  MAIL_SUBJECT: {
    kk: '{edition}: сізді тіркеді',
    ru: '{edition}: вас зарегистрировали',
    en: '{edition}: you have been registered',
  },
  MAIL_REGISTERED: {
    kk: '«{organisation}» ұйымы сізді мына форумға тіркеді: {edition}.',
    ru: 'Организация «{organisation}» зарегистрировала вас на форум: {edition}.',
    en: 'The organisation “{organisation}” has registered you for: {edition}.',
  },
  MAIL_CONFIRMED: {
    kk: 'Сізге орын бар.',
    ru: 'Место за вами.',
    en: 'You have a seat.',
  },
  MAIL_WAITLISTED: {
    kk: 'Топ әзірге кезекте тұр. Орын босаса, жауапты ұйым береді.',
    ru: 'Группа пока в листе ожидания. Когда места освободятся, за группу ответит организация.',
    en: 'The group is on the waiting list. When seats come free, the organisation answers for the group.',
  },
  MAIL_PENDING_REVIEW: {
    kk: 'Тіркелуді ұйымдастырушылар қарап жатыр.',
    ru: 'Регистрацию рассматривают организаторы.',
    en: 'The organisers are reviewing the registration.',
  },
  MAIL_SIGN_IN: {
    kk: 'Тіркелуді көру, түзету немесе одан бас тарту үшін порталға кіріңіз.',
    ru: 'Чтобы посмотреть регистрацию, исправить её или отказаться от неё, войдите на портал.',
    en: 'To look at the registration, correct it or withdraw it, sign in to the portal.',
  },
  MAIL_SIGN_UP: {
    kk: 'Тіркелуді көру, түзету немесе одан бас тарту үшін порталда осы пошта мекенжайымен тіркелгі ашыңыз. Бұл сізге қатысы жоқ болса, хатты елемеңіз.',
    ru: 'Чтобы посмотреть регистрацию, исправить её или отказаться от неё, создайте на портале учётную запись с этим адресом почты. Если это не к вам, не обращайте внимания на письмо.',
    en: 'To look at the registration, correct it or withdraw it, open an account on the portal with this mail address. If this is not about you, ignore this mail.',
  },
  MAIL_LINK: {
    kk: 'Порталды ашу',
    ru: 'Открыть портал',
    en: 'Open the portal',
  },
} as const;

export const say = speaker(groupMessages);
