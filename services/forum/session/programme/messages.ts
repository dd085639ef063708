import { inputPhrases } from '../../../shared/messages/input-phrases.ts';
import { speaker } from '../../../shared/messages/messages.ts';

/** What the programme of an edition says to people: to those who make it, and of its changes to everyone. */
export const programmeMessages = {
  ...inputPhrases,
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады. Сілтемені тексеріңіз.',
    ru: 'Такого форума нет. Проверьте ссылку.',
    en: 'There is no such edition of the forum. Check the link.',
  },
  SESSION_NOT_FOUND: {
    kk: 'Бағдарламада мұндай сессия жоқ.',
    ru: 'Такой сессии в программе нет.',
    en: 'There is no such session in the programme.',
  },
  NOTHING_TO_RELEASE: {
    kk: 'Жоба жарияланған бағдарламадан өзгеше емес.',
    ru: 'Черновик не отличается от опубликованной программы.',
    en: 'The draft is the same as the released programme.',
  },
  ROOM_OCCUPIED: {
    kk: 'Бұл уақытта залда басқа сессия бар ({count}). Басқа уақыт немесе зал таңдаңыз.',
    ru: '{count, plural, one {В это время в зале другая сессия} few {В это время в зале # другие сессии} many {В это время в зале # других сессий} other {В это время в зале # другой сессии}}. Выберите другое время или зал.',
    en: '{count, plural, one {Another session is} other {# other sessions are}} in this room at that time. Choose another time or room.',
  },
  CAPACITY_BELOW_CLAIMED: {
    kk: 'Алынған не ұсынылған орын саны – {held}. Орын бұдан аз бола алмайды.',
    ru: '{held, plural, one {# место занято или предложено} few {# места заняты или предложены} many {# мест заняты или предложены} other {# места заняты или предложены}}; меньше мест сделать нельзя.',
    en: '{held, plural, one {# seat is taken or offered} other {# seats are taken or offered}}; there cannot be fewer.',
  },
  WAITLIST_LIMIT_BELOW_WAITING: {
    kk: 'Кезекте {waiting} адам тұр; кезек бұдан қысқа бола алмайды.',
    ru: '{waiting, plural, one {В очереди # человек} few {В очереди # человека} many {В очереди # человек} other {В очереди # человека}}; короче её сделать нельзя.',
    en: '{waiting, plural, one {# person waits} other {# people wait}}; the queue cannot be shorter.',
  },
  MISSING: {
    kk: 'Кемінде біреуін беріңіз.',
    ru: 'Нужно хотя бы одно значение.',
    en: 'Give one at least.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Мұндай тіл белгісіз. BCP 47 белгісін жазыңыз: kk, ru, en.',
    ru: 'Такой язык неизвестен. Укажите тег BCP 47: kk, ru, en.',
    en: 'This language is not known. Give a BCP 47 tag: kk, ru, en.',
  },
  REPEATED: {
    kk: 'Бұл тіл екі рет көрсетілген.',
    ru: 'Этот язык указан дважды.',
    en: 'This language is given twice.',
  },
  ENDS_BEFORE_IT_STARTS: {
    kk: 'Сессия басталғаннан кейін аяқталуы керек.',
    ru: 'Сессия должна заканчиваться после начала.',
    en: 'A session ends after it starts.',
  },
  OUTSIDE_EDITION: {
    kk: 'Бұл уақыт форум өтетін мерзімнен тыс.',
    ru: 'Это время вне дат форума.',
    en: 'This is outside the dates of the forum.',
  },
  UNKNOWN_ROOM: {
    kk: 'Форумның мұндай залы жоқ.',
    ru: 'Такого зала у форума нет.',
    en: 'The forum has no such room.',
  },
  ABOVE_ROOM: {
    kk: 'Зал ең көбі {maximum} адам сыйғызады.',
    ru: 'Зал вмещает не больше {maximum, plural, one {# человека} few {# человек} many {# человек} other {# человека}}.',
    en: 'The room holds at most {maximum, plural, one {# person} other {# people}}.',
  },
  NOT_POSITIVE: {
    kk: 'Кемінде 1 болуы керек.',
    ru: 'Не меньше 1.',
    en: 'This is 1 at least.',
  },
  NEGATIVE: {
    kk: 'Нөлден кем бола алмайды.',
    ru: 'Не меньше нуля.',
    en: 'This cannot be below zero.',
  },
  TOO_MANY: {
    kk: 'Ең көбі {maximum}.',
    ru: 'Не больше {maximum}.',
    en: 'At most {maximum}.',
  },
  OPEN_DOOR_WITH_SEATS: {
    kk: 'Есігі ашық сессияда орын саналмайды. Орын санын алып тастаңыз.',
    ru: 'На сессии с открытыми дверями места не считают. Уберите число мест.',
    en: 'A session with open doors counts no seats. Leave the number of seats out.',
  },
  QUEUE_WITHOUT_SEATS: {
    kk: 'Орын саны шектелмеген сессияда кезек болмайды.',
    ru: 'Без ограничения мест очереди не бывает.',
    en: 'Without a limit of seats there is no queue.',
  },
  ADDED: {
    kk: 'Қосылды: {when}, зал: {room}.',
    ru: 'Добавлено: {when}, зал: {room}.',
    en: 'Added: {when}, room {room}.',
  },
  CANCELLED: {
    kk: 'Өткізілмейді. Жоспарланған уақыты: {when}, зал: {room}.',
    ru: 'Отменено. Было назначено: {when}, зал: {room}.',
    en: 'Cancelled. It was planned for {when}, room {room}.',
  },
  MOVED_IN_TIME: {
    kk: 'Басталу уақыты ауысты: {from} орнына {to}, зал: {room}.',
    ru: 'Перенесено с {from} на {to}, зал: {room}.',
    en: 'Moved from {from} to {to}, room {room}.',
  },
  MOVED_TO_ROOM: {
    kk: 'Залы ауысты: {from} орнына {room}, {when}.',
    ru: 'Перенесено из зала {from} в зал {room}, {when}.',
    en: 'Moved from room {from} to room {room}, {when}.',
  },
  ENDS_AT_ANOTHER_TIME: {
    kk: 'Аяқталу уақыты ауысты: {from} орнына {to}, зал: {room}.',
    ru: 'Окончание перенесено с {from} на {to}, зал: {room}.',
    en: 'Ends at {to} instead of {from}, room {room}.',
  },
  CHANGED: {
    kk: 'Өзгерді: {what}.',
    ru: 'Изменено: {what}.',
    en: 'Changed: {what}.',
  },
  ALSO_CHANGED: {
    kk: 'Сондай-ақ өзгерді: {what}.',
    ru: 'Также изменено: {what}.',
    en: 'Also changed: {what}.',
  },
  TITLE: { kk: 'атауы', ru: 'название', en: 'title' },
  DESCRIPTION: { kk: 'сипаттамасы', ru: 'описание', en: 'description' },
  ENDS_AT: { kk: 'аяқталу уақыты', ru: 'время окончания', en: 'end' },
  ROOM: { kk: 'залы', ru: 'зал', en: 'room' },
  FLOOR_LANGUAGES: { kk: 'сөйлейтін тілдері', ru: 'языки выступлений', en: 'languages spoken' },
  INTERPRETATION_LANGUAGES: { kk: 'ілеспе аударма тілдері', ru: 'языки перевода', en: 'languages interpreted into' },
  CAPACITY: { kk: 'орын саны', ru: 'число мест', en: 'number of seats' },
  WAITLIST_LIMIT: { kk: 'кезектің ұзындығы', ru: 'длина очереди', en: 'length of the queue' },
  IS_OPEN_DOOR: { kk: 'кіру тәртібі', ru: 'порядок входа', en: 'way of admission' },
  SPEAKERS: { kk: 'сөз сөйлеушілері', ru: 'выступающие', en: 'speakers' },
} as const;

export const say = speaker(programmeMessages);
