import { inputPhrases } from '../../../shared/messages/input-phrases.ts';
import { speaker } from '../../../shared/messages/messages.ts';

/** What booking a session says to people. */
export const bookingMessages = {
  ...inputPhrases,
  SESSION_NOT_FOUND: {
    kk: 'Мұндай сессия табылмады. Бағдарламаны жаңартып көріңіз.',
    ru: 'Такой сессии нет. Обновите программу.',
    en: 'There is no such session. Load the programme again.',
  },
  SESSION_OVER: {
    kk: 'Сессия басталып кетті, енді орын алу мүмкін емес.',
    ru: 'Сессия уже началась, записаться больше нельзя.',
    en: 'The session has begun; seats can no longer be booked.',
  },
  SESSION_CANCELLED: {
    kk: 'Бұл сессия өтпейді.',
    ru: 'Эта сессия не состоится.',
    en: 'This session does not take place.',
  },
  REGISTRATION_NOT_CONFIRMED: {
    kk: 'Сессияға форумға тіркелуі расталған қатысушы ғана жазыла алады.',
    ru: 'Записаться на сессию можно, когда ваша регистрация на форум подтверждена.',
    en: 'You can book a session once your registration for the forum is confirmed.',
  },
  ALREADY_BOOKED: {
    kk: 'Сіз бұл сессияға жазылып қойғансыз.',
    ru: 'Вы уже записаны на эту сессию.',
    en: 'You have booked this session already.',
  },
  SESSION_OVERLAP: {
    kk: '{count, plural, one {Бұл уақытта сіз басқа сессияға жазылғансыз. Алдымен одан бас тартыңыз.} other {Бұл уақытта сіз басқа # сессияға жазылғансыз. Алдымен олардан бас тартыңыз.}}',
    ru: '{count, plural, one {В это время вы записаны на # другую сессию. Сначала отмените ту запись.} few {В это время вы записаны на # другие сессии. Сначала отмените те записи.} many {В это время вы записаны на # других сессий. Сначала отмените те записи.} other {В это время вы записаны на # другой сессии. Сначала отмените те записи.}}',
    en: '{count, plural, one {You have booked another session at that time. Cancel it first.} other {You have booked # other sessions at that time. Cancel them first.}}',
  },
  SESSION_FULL: {
    kk: 'Барлық орын да ({capacity}), кезек те толды.',
    ru: '{capacity, plural, one {Занято единственное место} few {Заняты все # места} many {Заняты все # мест} other {Заняты все # места}}, лист ожидания тоже полон.',
    en: '{capacity, plural, one {The only seat is taken} other {All # seats are taken}}, and the waiting list is full too.',
  },
  BOOKING_NOT_FOUND: {
    kk: 'Сізде мұндай жазба жоқ.',
    ru: 'Такой записи у вас нет.',
    en: 'You have no such booking.',
  },
  OFFER_EXPIRED: {
    kk: 'Ұсыныстың мерзімі өтіп кетті, орын келесі адамға беріледі. Қайта жазыла аласыз.',
    ru: 'Срок предложения истёк, место переходит следующему. Вы можете записаться снова.',
    en: 'The offer has run out, and the seat goes to the next in line. You can book again.',
  },
} as const;

export const say = speaker(bookingMessages);
