import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to those who compose a delegation, and to whom they name. */
export const nominationMessages = {
  ...inputPhrases,
  DELEGATION_NOT_FOUND: {
    kk: 'Мұндай делегация табылмады.',
    ru: 'Такой делегации нет.',
    en: 'There is no such delegation.',
  },
  NOMINATION_NOT_FOUND: {
    kk: 'Мұндай ұсыным табылмады.',
    ru: 'Такого выдвижения нет.',
    en: 'There is no such nomination.',
  },
  NOMINATION_CLOSED: {
    kk: 'Делегация құрамын енді өзгертуге болмайды: мерзімі өтті немесе делегация мұндай күйде емес.',
    ru: 'Состав делегации уже нельзя менять: срок прошёл, или делегация не в том состоянии.',
    en: 'The list of the delegation is closed to this: the deadline has passed, or the delegation is not at that stage.',
  },
  NOMINATION_CLOSED_AT: {
    kk: 'Делегация құрамын енді өзгертуге болмайды: мерзімі ({when}, {zone}) өтті немесе делегация мұндай күйде емес.',
    ru: 'Состав делегации уже нельзя менять: срок ({when}, {zone}) прошёл, или делегация не в том состоянии.',
    en: 'The list of the delegation is closed to this: the deadline ({when}, {zone}) has passed, or the delegation is not at that stage.',
  },
  NOMINATION_ENDED: {
    kk: 'Бұл адам енді делегация құрамында емес.',
    ru: 'Этого человека в составе делегации нет.',
    en: 'This person is not in the delegation.',
  },
  ALTERNATE_STANDS_BY: {
    kk: 'Бұл адам резервте: орны, форумдағы орындығы және лауазымы жоқ. Алдымен оны негізгі құрамға қосыңыз.',
    ru: 'Этот человек в резерве: без места квоты, места на форуме и должности. Сначала введите его в основной состав.',
    en: 'This person is an alternate: without a place of the quota, a seat and an office. Promote them first.',
  },
  NOT_AN_ALTERNATE: {
    kk: 'Бұл адам негізгі құрамда.',
    ru: 'Этот человек уже в основном составе.',
    en: 'This person is a full member of the delegation already.',
  },
  SUBSTITUTION_NOT_LIMITED: {
    kk: 'Бұл адам әлі ауыстырылмаған: рұқсатсыз-ақ ауыстыруға болады.',
    ru: 'Этого человека ещё не заменяли, и он никого не заменял: разрешение не нужно.',
    en: 'This person has neither been replaced nor replaced anybody: no waiver is needed.',
  },
  ONE_HEAD: {
    kk: 'Делегацияда бір ғана басшы болады: басқа рөлді таңдаңыз.',
    ru: 'Глава у делегации один: выберите другую роль.',
    en: 'A delegation has one head: choose another role.',
  },
  ALTERNATE_HEAD: {
    kk: 'Резервтегі адам делегация басшысы бола алмайды.',
    ru: 'Глава делегации не может быть в резерве.',
    en: 'The head of a delegation cannot be an alternate.',
  },
  UNKNOWN_ANSWER: {
    kk: 'Иә немесе жоқ деп жазыңыз.',
    ru: 'Напишите «да» или «нет».',
    en: 'Write yes or no.',
  },
  NOMINEES_REFUSED: {
    kk: 'Ешкім ұсынылған жоқ: {count} жолға назар аударыңыз.',
    ru: 'Никто не выдвинут: {count, plural, one {посмотрите # строку} few {посмотрите # строки} many {посмотрите # строк} other {посмотрите # строки}}.',
    en: 'Nobody is nominated: {count, plural, one {one row needs} other {# rows need}} your attention.',
  },
  QUOTA_EXCEEDED: {
    kk: 'Бұл санаттағы орындар бітті: {allocated} орынның {used} орны алынған.',
    ru: 'В этой категории мест больше нет: занято {used} из {allocated}.',
    en: 'There is no place left in this category: {used} of {allocated} are taken.',
  },
  ALREADY_NOMINATED: {
    kk: 'Бұл адам осы форумға ұсынылып қойған.',
    ru: 'Этого человека уже выдвинули на этот форум.',
    en: 'This person is already nominated for this edition.',
  },
  REPEATED_NOMINEE: {
    kk: 'Бұл пошта мекенжайы {row}-жолда бар.',
    ru: 'Этот адрес почты уже есть в строке {row}.',
    en: 'Row {row} has this mail address already.',
  },
  HEAD_ALREADY_APPOINTED: {
    kk: 'Делегация басшысы тағайындалған. Оны ауыстыру үшін мұрагерін атаңыз.',
    ru: 'Глава делегации уже назначен. Чтобы сменить его, назовите преемника.',
    en: 'The delegation has a head. To change the head, name a successor.',
  },
  HEAD_SUCCESSOR_NEEDED: {
    kk: 'Тапсырылған делегация басшысыз қала алмайды: мұрагерін атаңыз.',
    ru: 'Поданная делегация не может остаться без главы: назовите преемника.',
    en: 'A submitted delegation cannot be without a head: name a successor.',
  },
  ALREADY_SUBSTITUTED: {
    kk: 'Бір адам бір форумда бір рет қана ауыстырылады немесе ауыстырады. Тағы бір рет қажет болса, хатшылықтан рұқсат сұраңыз.',
    ru: 'На одном форуме человека заменяют, или он заменяет другого, только один раз. Если нужно ещё раз, попросите разрешения у секретариата.',
    en: 'In one edition a person is replaced, or replaces somebody, only once. If it is needed again, ask the secretariat to waive this.',
  },
  INVALID_ROW: {
    kk: 'Жолда {count} қате бар.',
    ru: '{count, plural, one {В строке # ошибка} few {В строке # ошибки} many {В строке # ошибок} other {В строке # ошибки}}.',
    en: '{count, plural, one {One thing is wrong with the row} other {# things are wrong with the row}}.',
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
  UNKNOWN_CATEGORY: {
    kk: 'Мұндай санат жоқ. Мыналардың бірін жазыңыз: DELEGATE, PRESS, GUEST, STAFF, OVERFLOW.',
    ru: 'Такой категории нет. Укажите одну из: DELEGATE, PRESS, GUEST, STAFF, OVERFLOW.',
    en: 'There is no such category. Write one of DELEGATE, PRESS, GUEST, STAFF, OVERFLOW.',
  },
  UNKNOWN_ROLE: {
    kk: 'Мұндай рөл жоқ. Мыналардың бірін жазыңыз: HEAD, DEPUTY_HEAD, DELEGATE, ADVISER, INTERPRETER.',
    ru: 'Такой роли нет. Укажите одну из: HEAD, DEPUTY_HEAD, DELEGATE, ADVISER, INTERPRETER.',
    en: 'There is no such role. Write one of HEAD, DEPUTY_HEAD, DELEGATE, ADVISER, INTERPRETER.',
  },
  TOO_MANY_CELLS: {
    kk: 'Бұл жолда бағаннан көп ұяшық бар: бөлгіші бар мәтінді тырнақшаға алыңыз.',
    ru: 'В строке больше ячеек, чем столбцов: возьмите текст с разделителем в кавычки.',
    en: 'The row has more cells than there are columns: put a text with the delimiter in it in quotes.',
  },
  NO_NOMINEES: {
    kk: 'Тізім бос.',
    ru: 'Список пуст.',
    en: 'The list is empty.',
  },
  TOO_MANY_NOMINEES: {
    kk: 'Бір тізімде ең көбі {maximum} адам. Тізімді бөліңіз.',
    ru: 'В одном списке не больше {maximum, plural, one {# человека} few {# человек} many {# человек} other {# человека}}. Разделите список.',
    en: 'A list holds at most {maximum, plural, one {# person} other {# people}}. Split it.',
  },
  CATEGORY_DIFFERS: {
    kk: 'Мұрагер сол орынды алады: санаты {category} болуы керек.',
    ru: 'Преемник занимает то же место: категория должна быть {category}.',
    en: 'A successor takes over the same place: the category has to be {category}.',
  },
  MAIL_SUBJECT: {
    kk: 'Сізді делегация құрамына ұсынды: {country}',
    ru: 'Вас выдвинули в состав делегации: {country}',
    en: 'You have been nominated for a delegation: {country}',
  },
  MAIL_NOMINATED: {
    kk: 'Мына елдің делегациясы сізді ТМД еріктілері форумына ұсынды: {country}. Қатысатыныңызды растасаңыз, форумда сізге орын беріледі.',
    ru: 'Делегация выдвинула вас на форум волонтёров СНГ: {country}. Подтвердите участие, и форум закрепит за вами место.',
    en: 'A delegation has nominated you for the CIS volunteers’ forum: {country}. Confirm that you take part, and the forum gives you a seat.',
  },
  MAIL_ALTERNATE: {
    kk: 'Мына елдің делегациясы сізді ТМД еріктілері форумына резервке ұсынды: {country}. Орын босап, сізді негізгі құрамға қосса, хат жіберіледі; сонда қатысатыныңызды растайсыз.',
    ru: 'Делегация включила вас в резерв на форум волонтёров СНГ: {country}. Если вас введут в основной состав, мы напишем, и вы подтвердите участие.',
    en: 'A delegation has named you as an alternate for the CIS volunteers’ forum: {country}. If you are called up, we write to you, and you confirm that you take part.',
  },
  MAIL_SIGN_IN: {
    kk: 'Растау немесе бас тарту үшін порталға кіріңіз.',
    ru: 'Чтобы подтвердить участие или отказаться, войдите на портал.',
    en: 'To confirm or to decline, sign in to the portal.',
  },
  MAIL_SIGN_UP: {
    kk: 'Растау немесе бас тарту үшін порталда осы пошта мекенжайымен тіркелгі ашыңыз. Бұл сізге қатысы жоқ болса, хатты елемеңіз.',
    ru: 'Чтобы подтвердить участие или отказаться, создайте на портале учётную запись с этим адресом почты. Если это не к вам, не обращайте внимания на письмо.',
    en: 'To confirm or to decline, open an account on the portal with this mail address. If this is not about you, ignore this mail.',
  },
  MAIL_CONFIRM_UNTIL: {
    kk: 'Растау мерзімі: {when} ({zone}).',
    ru: 'Подтвердить участие можно до {when} ({zone}).',
    en: 'You can confirm until {when} ({zone}).',
  },
  MAIL_LINK: {
    kk: 'Порталды ашу',
    ru: 'Открыть портал',
    en: 'Open the portal',
  },
  CLAIM_REFUSED_SUBJECT: {
    kk: 'Форумда сізге орын берілмеді',
    ru: 'Форум не закрепил за вами место',
    en: 'The forum has no seat for you',
  },
  CLAIM_REFUSED_TEXT: {
    kk: 'Делегация құрамында қатысуыңызды растадыңыз, бірақ форум орын бере алмады. Себебі порталда көрсетілген; түзеткен соң қайта растай аласыз.',
    ru: 'Вы подтвердили участие в составе делегации, но форум не смог закрепить место. Причина указана на портале; устранив её, подтвердите ещё раз.',
    en: 'You confirmed that you take part with your delegation, and the forum could not give you a seat. The portal says why; once it is put right, confirm again.',
  },
} as const;

export const say = speaker(nominationMessages);
