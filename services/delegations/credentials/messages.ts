import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said about credentials: to those who check them, to whom they are of, and to whoever composes the delegation. */
export const credentialsMessages = {
  ...inputPhrases,
  FOUR_EYES_REQUIRED: {
    kk: 'Бұл қадамды басқа адам жасауы керек: оны өзіңіз енгізгенсіз немесе ол өзіңізге қатысты.',
    ru: 'Этот шаг должен сделать другой человек: вы сами внесли эти данные, или они о вас.',
    en: 'Somebody else has to do this: you brought it in yourself, or it is about you.',
  },
  CREDENTIALS_INCOMPLETE: {
    kk: 'Бекіту үшін тізімдегі бәрі орындалуы керек: {count} тармақ жетіспейді. Шартты түрде жіберуге болады.',
    ru: 'Для одобрения нужно выполнить всё: {count, plural, one {не хватает # пункта} few {не хватает # пунктов} many {не хватает # пунктов} other {не хватает # пункта}}. Можно допустить условно.',
    en: 'To approve, everything has to be met: {count, plural, one {one item is missing} other {# items are missing}}. They can be admitted provisionally.',
  },
  CREDENTIALS_TAKEN: {
    kk: 'Бұл өкілеттіктермен басқа қызметкер айналысып жатыр.',
    ru: 'Этими полномочиями занимается другой сотрудник.',
    en: 'Another officer is working on these credentials.',
  },
  NOMINATIONS_OPEN: {
    kk: 'Делегацияны аккредиттеуге болмайды: әлі бекітілмеген ұсынымдар саны — {count}.',
    ru: 'Аккредитовать делегацию нельзя: {count, plural, one {ещё не одобрено # выдвижение} few {ещё не одобрены # выдвижения} many {ещё не одобрено # выдвижений} other {ещё не одобрено # выдвижения}}.',
    en: 'The delegation cannot be accredited: {count, plural, one {one nomination is} other {# nominations are}} not approved yet.',
  },
  REPEATED_ITEM: {
    kk: 'Бұл тармақ тізімде бар.',
    ru: 'Этот пункт в списке уже есть.',
    en: 'The list has this item already.',
  },
  NOTE_REQUIRED: {
    kk: 'Себебін жазыңыз: оны ұсынылған адам мен байланыс тұлғалары оқиды.',
    ru: 'Напишите почему: это прочтут выдвинутый человек и координаторы.',
    en: 'Say why: the nominee and the focal points read it.',
  },
  NOMINEE_SUBJECT: {
    kk: 'Форумдағы өкілеттіктеріңіз туралы шешім',
    ru: 'Решение о ваших полномочиях на форуме',
    en: 'A decision about your credentials for the forum',
  },
  FOCAL_POINT_SUBJECT: {
    kk: '{country}: ұсынылған адамның өкілеттіктері туралы шешім',
    ru: '{country}: решение о полномочиях одного из выдвинутых',
    en: '{country}: a decision about the credentials of a nominee',
  },
  APPROVE: {
    kk: 'Өкілеттіктер бекітілді. Делегация: {country}.',
    ru: 'Полномочия одобрены. Делегация: {country}.',
    en: 'The credentials are approved. Delegation: {country}.',
  },
  ADMIT_PROVISIONALLY: {
    kk: 'Шартты түрде жіберілді, кейбір құжаттар әлі керек. Делегация: {country}.',
    ru: 'Допуск условный: кое-чего ещё не хватает. Делегация: {country}.',
    en: 'Admitted provisionally: something is still missing. Delegation: {country}.',
  },
  HOLD: {
    kk: 'Өкілеттіктерді тексеру тоқтатыла тұрды. Делегация: {country}.',
    ru: 'Проверка полномочий приостановлена. Делегация: {country}.',
    en: 'The check of the credentials is on hold. Delegation: {country}.',
  },
  RETURN: {
    kk: 'Өкілеттіктер түзетуге қайтарылды: байланыс тұлғасы түзетіп, қайта ұсынады. Делегация: {country}.',
    ru: 'Полномочия возвращены на исправление: координатор исправляет и подаёт их снова. Делегация: {country}.',
    en: 'The credentials were returned: a focal point corrects them and puts them forward again. Delegation: {country}.',
  },
  REJECT: {
    kk: 'Өкілеттіктер қабылданбады, форумдағы орын босатылды. Делегация: {country}.',
    ru: 'В полномочиях отказано, место на форуме освобождено. Делегация: {country}.',
    en: 'The credentials were rejected, and the seat at the forum is released. Delegation: {country}.',
  },
  STILL_MISSING: {
    kk: 'Жетіспейді: {items}.',
    ru: 'Не хватает: {items}.',
    en: 'Still missing: {items}.',
  },
  SEE_PORTAL: {
    kk: 'Толығырақ порталдан оқи аласыз.',
    ru: 'Подробности — на портале.',
    en: 'The portal has the details.',
  },
  PORTAL_LINK: {
    kk: 'Порталды ашу',
    ru: 'Открыть портал',
    en: 'Open the portal',
  },
  ISSUER: { kk: 'құжатты берген орган', ru: 'кем выдано', en: 'issuer' },
  SIGNATORY: { kk: 'қол қоюшы', ru: 'подписавшее лицо', en: 'signatory' },
  AUTHORITY: { kk: 'анық өкілеттік', ru: 'ясное поручение', en: 'clear authority' },
  PLACE_AND_DATE: { kk: 'орны мен күні', ru: 'место и дата', en: 'place and date' },
  NAMES_MATCH: { kk: 'есімдердің сәйкестігі', ru: 'совпадение имён', en: 'matching names' },
  DOCUMENT_VALID: { kk: 'жарамды жеке құжат', ru: 'действующий документ', en: 'valid document' },
  DELEGATION_SUBJECT: {
    kk: '{country}: делегация туралы шешім',
    ru: '{country}: решение о делегации',
    en: '{country}: a decision about the delegation',
  },
  DELEGATION_ACCREDIT: {
    kk: 'Делегация аккредиттелді: {country}.',
    ru: 'Делегация аккредитована: {country}.',
    en: 'The delegation is accredited: {country}.',
  },
  DELEGATION_ADMIT_PROVISIONALLY: {
    kk: 'Делегация шартты түрде жіберілді: {country}.',
    ru: 'Делегация допущена условно: {country}.',
    en: 'The delegation is admitted provisionally: {country}.',
  },
  DELEGATION_RETURN: {
    kk: 'Делегация құжаттары қайтарылды: түзетіп, қайта тапсырыңыз. {country}.',
    ru: 'Делегация возвращена: исправьте и подайте её снова. {country}.',
    en: 'The delegation was returned: put it right, and submit it again. {country}.',
  },
  DELEGATION_REFUSE: {
    kk: 'Делегация қабылданбады, оның форумдағы орындары босатылды: {country}.',
    ru: 'Делегации отказано, её места на форуме освобождены: {country}.',
    en: 'The delegation was refused, and its seats at the forum are released: {country}.',
  },
} as const;

export const say = speaker(credentialsMessages);
