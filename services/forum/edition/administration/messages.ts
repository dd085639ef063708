import { inputPhrases } from '../../../shared/messages/input-phrases.ts';
import { speaker } from '../../../shared/messages/messages.ts';

/** What running editions says to administrators. */
export const administrationMessages = {
  ...inputPhrases,
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады.',
    ru: 'Такого форума нет.',
    en: 'There is no such edition of the forum.',
  },
  EDITION_YEAR_TAKEN: {
    kk: 'Бұл жылдың форумы бұрыннан бар.',
    ru: 'Форум этого года уже есть.',
    en: 'There is an edition of this year already.',
  },
  EDITION_CLOSED: {
    kk: 'Бұл форум аяқталған немесе тоқтатылған, оны енді өзгертуге болмайды.',
    ru: 'Этот форум завершён или отменён, менять его больше нельзя.',
    en: 'This edition is over or cancelled, and changes no more.',
  },
  EDITION_INCOMPLETE: {
    kk: 'Бұл қадам үшін {count} өріс толтырылмаған.',
    ru: 'Для этого шага {count, plural, one {не заполнено # поле} few {не заполнены # поля} many {не заполнены # полей} other {не заполнены # поля}}.',
    en: 'This step needs {count, plural, one {one field that is} other {# fields that are}} not filled in.',
  },
  EDITION_NOT_BEGUN: {
    kk: 'Форум өтетін жерде оның басталатын күні әлі келген жоқ.',
    ru: 'Там, где пройдёт форум, день его начала ещё не наступил.',
    en: 'Where the forum is held, the day it starts has not come yet.',
  },
  EDITION_NOT_OVER: {
    kk: 'Форум әлі аяқталған жоқ.',
    ru: 'Форум ещё не закончился.',
    en: 'The edition has not ended yet.',
  },
  CAPACITY_BELOW_CLAIMED: {
    kk: '{held} орын иеленген, ұсынылған немесе делегацияларға сақталған, одан аз болмайды.',
    ru: '{held, plural, one {Занято, предложено или оставлено делегациям # место} few {Занято, предложено или оставлено делегациям # места} many {Занято, предложено или оставлено делегациям # мест} other {Занято, предложено или оставлено делегациям # места}}, меньше нельзя.',
    en: '{held, plural, one {# seat is} other {# seats are}} taken, offered or kept for delegations; it cannot be fewer.',
  },
  WAITLIST_LIMIT_BELOW_WAITING: {
    kk: 'Кезекте {waiting} адам тұр, шек одан аз болмайды.',
    ru: 'В очереди {waiting, plural, one {# человек} few {# человека} many {# человек} other {# человека}}, предел не может быть меньше.',
    en: '{waiting, plural, one {# person waits} other {# people wait}}; the limit cannot be lower.',
  },
  REQUIRED: {
    kk: 'Бұл өріс қажет, оны бос қалдыруға болмайды.',
    ru: 'Это поле нужно, его нельзя очистить.',
    en: 'This is needed and cannot be cleared.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Мұндай тіл белгісіз. Мысалы, kk, ru немесе en деп жазыңыз.',
    ru: 'Такой язык неизвестен. Напишите, например, kk, ru или en.',
    en: 'This language is not known. Write kk, ru or en, for example.',
  },
  REPEATED: {
    kk: 'Бұл тіл екі рет көрсетілген.',
    ru: 'Этот язык указан дважды.',
    en: 'This language is given twice.',
  },
  TOO_EARLY: {
    kk: '«{other, select, registrationOpensAt {тіркелудің басталуы} registrationClosesAt {тіркелудің аяқталуы} startsAt {форумның басталуы} endsAt {форумның аяқталуы} modification {өзгерту мерзімі} nomination {ұсыну мерзімі} confirmation {растау мерзімі} substitution {алмастыру мерзімі} credentials {өкілеттік құжаттарының мерзімі} other {басқа күн}}» уақытынан ерте болмауы керек.',
    ru: 'Не раньше, чем «{other, select, registrationOpensAt {начало регистрации} registrationClosesAt {конец регистрации} startsAt {начало форума} endsAt {конец форума} modification {срок изменений} nomination {срок выдвижения} confirmation {срок подтверждения} substitution {срок замен} credentials {срок подачи полномочий} other {другая дата}}».',
    en: 'Not before “{other, select, registrationOpensAt {registration opens} registrationClosesAt {registration closes} startsAt {the forum starts} endsAt {the forum ends} modification {the deadline of changes} nomination {the deadline of nominations} confirmation {the deadline of confirmations} substitution {the deadline of substitutions} credentials {the deadline of credentials} other {another date}}”.',
  },
  TOO_LATE: {
    kk: '«{other, select, registrationOpensAt {тіркелудің басталуы} registrationClosesAt {тіркелудің аяқталуы} startsAt {форумның басталуы} endsAt {форумның аяқталуы} modification {өзгерту мерзімі} nomination {ұсыну мерзімі} confirmation {растау мерзімі} substitution {алмастыру мерзімі} credentials {өкілеттік құжаттарының мерзімі} other {басқа күн}}» уақытынан кеш болмауы керек.',
    ru: 'Не позже, чем «{other, select, registrationOpensAt {начало регистрации} registrationClosesAt {конец регистрации} startsAt {начало форума} endsAt {конец форума} modification {срок изменений} nomination {срок выдвижения} confirmation {срок подтверждения} substitution {срок замен} credentials {срок подачи полномочий} other {другая дата}}».',
    en: 'Not after “{other, select, registrationOpensAt {registration opens} registrationClosesAt {registration closes} startsAt {the forum starts} endsAt {the forum ends} modification {the deadline of changes} nomination {the deadline of nominations} confirmation {the deadline of confirmations} substitution {the deadline of substitutions} credentials {the deadline of credentials} other {another date}}”.',
  },
  WRONG_YEAR: {
    kk: 'Форум өз уақыт белдеуінде осы жылы басталуы керек.',
    ru: 'Форум должен начинаться в этом году, по своему часовому поясу.',
    en: 'The forum must start in this year, in its own time zone.',
  },
  UNKNOWN_ZONE: {
    kk: 'Уақыт белдеуін IANA атауымен жазыңыз, мысалы Asia/Almaty.',
    ru: 'Укажите часовой пояс названием IANA, например Asia/Almaty.',
    en: 'Write a time zone by its IANA name, such as Asia/Almaty.',
  },
  NOT_A_MEMBER: {
    kk: 'Форумды тек ТМД-ға мүше мемлекет өткізе алады.',
    ru: 'Принимать форум может только государство — участник СНГ.',
    en: 'Only a member state of the Commonwealth can host the forum.',
  },
  NEGATIVE: {
    kk: 'Нөлден кем болмауы керек.',
    ru: 'Не меньше нуля.',
    en: 'Not less than zero.',
  },
  OUT_OF_RANGE: {
    kk: '{minimum} мен {maximum} аралығындағы сағат санын жазыңыз.',
    ru: 'Укажите число часов от {minimum} до {maximum}.',
    en: 'Give a number of hours from {minimum} to {maximum}.',
  },
  NO_CAPACITY: {
    kk: 'Алдымен орын санын белгілеңіз.',
    ru: 'Сначала задайте число мест.',
    en: 'Set a capacity first.',
  },
} as const;

export const say = speaker(administrationMessages);
