import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What the forms of programmes, hosts and openings say of their input. */
export const formMessages = {
  ...inputPhrases,
  MISSING: { kk: 'Бұл өріс қажет.', ru: 'Это поле нужно.', en: 'This is needed.' },
  UNKNOWN_LANGUAGE: {
    kk: 'Мұндай тіл белгісіз. Мысалы, kk, ru немесе en деп жазыңыз.',
    ru: 'Такой язык неизвестен. Напишите, например, kk, ru или en.',
    en: 'This language is not known. Write kk, ru or en, for example.',
  },
  REPEATED: {
    kk: 'Бұл екі рет көрсетілген.',
    ru: 'Это указано дважды.',
    en: 'This is given twice.',
  },
  BELOW_MINIMUM: { kk: 'Кемінде {minimum}.', ru: 'Не меньше {minimum}.', en: 'At least {minimum}.' },
  OVER_MAXIMUM: { kk: 'Ең көбі {maximum}.', ru: 'Не больше {maximum}.', en: 'At most {maximum}.' },
  EMPTY: { kk: 'Кемінде біреуін көрсетіңіз.', ru: 'Укажите хотя бы одно.', en: 'Give at least one.' },
  TOO_MANY: {
    kk: 'Ең көбі {maximum} жазба.',
    ru: 'Не больше {maximum, plural, one {# записи} few {# записей} many {# записей} other {# записи}}.',
    en: 'At most {maximum, plural, one {# entry} other {# entries}}.',
  },
  UNKNOWN_ZONE: {
    kk: 'Уақыт белдеуін IANA атауымен жазыңыз, мысалы Africa/Nairobi.',
    ru: 'Укажите часовой пояс названием IANA, например Africa/Nairobi.',
    en: 'Write a time zone by its IANA name, such as Africa/Nairobi.',
  },
  UNKNOWN_CURRENCY: {
    kk: 'Валюта кодын ISO 4217 бойынша жазыңыз, мысалы USD.',
    ru: 'Укажите код валюты по ISO 4217, например USD.',
    en: 'Give the code of a currency, ISO 4217, such as USD.',
  },
  OTHER_CURRENCY: {
    kk: 'Бағдарламаның бюджеті {currency} валютасында, соманы осы валютада жазыңыз.',
    ru: 'Бюджет программы в валюте {currency}: укажите сумму в ней.',
    en: 'The budget of the programme is in {currency}: give the amount in it.',
  },
  CURRENCY_COMMITTED: {
    kk: 'Бюджеттің бір бөлігі ұсыныстарға бөлінген, валютасын енді өзгертуге болмайды.',
    ru: 'Часть бюджета уже обещана, валюту больше не сменить.',
    en: 'Part of the budget is committed already; its currency stays.',
  },
  MINIMUM_ABOVE_MAXIMUM: {
    kk: 'Ең кіші жас ең үлкен жастан ({maximum}) аспауы керек.',
    ru: 'Наименьший возраст не больше наибольшего ({maximum}).',
    en: 'The least age is not above the greatest ({maximum}).',
  },
  NOT_A_SKILL: {
    kk: 'Дағдыны кіші латын әріптерімен, сандармен және сызықшамен жазыңыз, мысалы first-aid; ең көбі {maximum} таңба.',
    ru: 'Напишите навык строчными латинскими буквами, цифрами и дефисом, например first-aid; не больше {maximum} символов.',
    en: 'Write a skill in small Latin letters, digits and hyphens, such as first-aid, in at most {maximum} characters.',
  },
  ENDS_BEFORE_IT_BEGINS: {
    kk: 'Соңғы күн бірінші күннен кейін болуы керек.',
    ru: 'Последний день должен быть после первого.',
    en: 'The last day must come after the first.',
  },
  AFTER_START: {
    kk: 'Өтінім мерзімі қызмет басталғанға дейін аяқталуы керек.',
    ru: 'Приём заявок должен закончиться до начала службы.',
    en: 'Applications must close before service begins.',
  },
  IN_PAST: { kk: 'Бұл уақыт өтіп кетті.', ru: 'Это время уже прошло.', en: 'This time has passed.' },
  OUTSIDE_PROGRAMME: {
    kk: 'Бағдарлама бұл елге ({country}) ерікті жібермейді.',
    ru: 'Программа не отправляет волонтёров в эту страну ({country}).',
    en: 'The programme sends no volunteers to this country ({country}).',
  },
} as const;

export const say = speaker(formMessages);
