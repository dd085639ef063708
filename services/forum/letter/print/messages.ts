import { speaker } from '../../../shared/messages/messages.ts';

/** What is printed on letters and certificates, and on the page that verifies them. */
export const printMessages = {
  LETTER_HEADING: { kk: 'Шақыру хаты', ru: 'Приглашение', en: 'Letter of invitation' },
  NUMBER_AND_DATE: { kk: '№ {number}, {date}', ru: '№ {number} от {date}', en: 'No. {number}, {date}' },
  HANDED_IN: { kk: 'Қайда тапсырылады: {embassy}', ru: 'Для представления в: {embassy}', en: 'For: {embassy}' },
  LETTER_OPENING: {
    kk: 'Ұйымдастырушылар төменде көрсетілген азаматты форумға қатысуға шақырады.',
    ru: 'Организаторы приглашают указанное ниже лицо принять участие в форуме.',
    en: 'The organisers invite the person named below to take part in the forum.',
  },
  LETTER_CLOSING: {
    kk: 'Форумға қатысуға қажетті визаны рәсімдеуге жәрдемдесуіңізді сұраймыз. Хат тек жеке басын куәландыратын құжатпен бірге жарамды.',
    ru: 'Просим оказать содействие в оформлении визы, если она требуется. Письмо действительно только вместе с документом, удостоверяющим личность.',
    en: 'We ask for your assistance with a visa where one is required. This letter is valid only together with an identity document.',
  },
  NAME_IN_PASSPORT: {
    kk: 'Аты-жөні (паспорттағыдай)',
    ru: 'Имя (как в паспорте)',
    en: 'Name as in the passport',
  },
  NAME_IN_NATIVE_SCRIPT: { kk: 'Аты-жөні', ru: 'Имя на родном языке', en: 'Name in native script' },
  CITIZENSHIP: { kk: 'Азаматтығы', ru: 'Гражданство', en: 'Citizenship' },
  EVENT: { kk: 'Іс-шара', ru: 'Мероприятие', en: 'Event' },
  PLACE: { kk: 'Өтетін орны', ru: 'Место', en: 'Place' },
  DATES: { kk: 'Өтетін күндері', ru: 'Даты', en: 'Dates' },
  PURPOSE: { kk: 'Сапардың мақсаты', ru: 'Цель поездки', en: 'Purpose of the journey' },
  PURPOSE_IS: {
    kk: 'форумға қатысу ({category})',
    ru: 'участие в форуме ({category})',
    en: 'participation in the forum ({category})',
  },
  OPEN: { kk: 'қатысушы', ru: 'участник', en: 'participant' },
  DELEGATE: { kk: 'делегат', ru: 'делегат', en: 'delegate' },
  SPEAKER: { kk: 'спикер', ru: 'спикер', en: 'speaker' },
  PRESS: { kk: 'БАҚ өкілі', ru: 'представитель СМИ', en: 'press' },
  GUEST: { kk: 'қонақ', ru: 'гость', en: 'guest' },
  STAFF: { kk: 'ұйымдастыру тобы', ru: 'команда организаторов', en: 'staff' },
  CERTIFICATE_HEADING: { kk: 'Сертификат', ru: 'Сертификат', en: 'Certificate of attendance' },
  CERTIFICATE_OPENING: {
    kk: 'Осы сертификат мына азаматқа берілді:',
    ru: 'Настоящий сертификат подтверждает участие',
    en: 'This is to certify the attendance of',
  },
  CERTIFICATE_CLOSING: {
    kk: 'Мына іс-шараға қатысқаны үшін:',
    ru: 'в мероприятии',
    en: 'at',
  },
  VERIFY: {
    kk: 'Құжаттың түпнұсқалығын QR-код немесе мына мекенжай арқылы тексеріңіз. Нөмірі: {number}, коды: {code}',
    ru: 'Проверьте подлинность по QR-коду или по адресу ниже. Номер: {number}, код: {code}',
    en: 'Check that this is genuine by the QR code or at the address below. Number: {number}, code: {code}',
  },
  DEMO: {
    kk: 'КӨРСЕТІЛІМ: бұл құжат жарамсыз',
    ru: 'ДЕМОНСТРАЦИЯ: документ недействителен',
    en: 'DEMONSTRATION: not a valid document',
  },
  GENUINE: { kk: 'Құжат түпнұсқа әрі жарамды', ru: 'Документ подлинный и действителен', en: 'Genuine and valid' },
  REVOKED: {
    kk: 'Құжаттың күші жойылған',
    ru: 'Документ отозван и недействителен',
    en: 'Revoked: this document is not valid',
  },
  NOT_GENUINE: {
    kk: 'Мұндай құжат жоқ. Нөмірі мен кодын тексеріңіз.',
    ru: 'Такого документа нет. Проверьте номер и код.',
    en: 'There is no such document. Check the number and the code.',
  },
  HOLDER: { kk: 'Иесі: {initials}', ru: 'Владелец: {initials}', en: 'Holder: {initials}' },
  DIFFERENT_HOLDER: {
    kk: 'Бас әріптері құжаттағы аты-жөніне сәйкес келуі тиіс.',
    ru: 'Инициалы должны совпадать с именем в документе.',
    en: 'The initials must fit the name on the document.',
  },
} as const;

export const print = speaker(printMessages);
