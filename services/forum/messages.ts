import { inputPhrases } from '../shared/messages/input-phrases.ts';
import { speaker } from '../shared/messages/messages.ts';

/** What the forum says to people. */
export const forumMessages = {
  ...inputPhrases,
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады. Сілтемені тексеріңіз.',
    ru: 'Такого форума нет. Проверьте ссылку.',
    en: 'There is no such edition of the forum. Check the link.',
  },
  REGISTRATION_NOT_OPEN: {
    kk: 'Бұл форумға тіркелу қазір ашық емес.',
    ru: 'Регистрация на этот форум сейчас не открыта.',
    en: 'Registration for this edition is not open now.',
  },
  ALREADY_REGISTERED: {
    kk: 'Сіз бұл форумға тіркеліп қойғансыз.',
    ru: 'Вы уже зарегистрированы на этот форум.',
    en: 'You are already registered for this edition.',
  },
  EDITION_FULL: {
    kk: 'Барлық орын да ({capacity}), кезек те толды.',
    ru: '{capacity, plural, one {Единственное место занято} few {Все # места заняты} many {Все # мест заняты} other {Все # места заняты}}, лист ожидания тоже полон.',
    en: '{capacity, plural, one {The only seat is taken} other {All # seats are taken}}, and the waiting list is full too.',
  },
  NOMINATION_REQUIRED: {
    kk: 'Делегат ретінде мемлекетіңіздің делегациясы ұсынған соң ғана тіркеле аласыз.',
    ru: 'Делегатом можно зарегистрироваться только после выдвижения делегацией вашего государства.',
    en: "You can register as a delegate only once your state's delegation has nominated you.",
  },
  REGISTRATION_NOT_FOUND: {
    kk: 'Мұндай тіркелу табылмады.',
    ru: 'Такой регистрации нет.',
    en: 'There is no such registration.',
  },
  OFFER_NOT_FOUND: {
    kk: 'Сізге ұсынылған мұндай орын жоқ.',
    ru: 'Такого предложения места для вас нет.',
    en: 'There is no such offer for you.',
  },
  OFFER_EXPIRED: {
    kk: 'Ұсыныстың мерзімі өтіп кетті, орын келесі адамға берілді. Қайта тіркеле аласыз.',
    ru: 'Срок предложения истёк, место перешло следующему. Вы можете зарегистрироваться снова.',
    en: 'The offer has run out, and the seat went to the next in line. You can register again.',
  },
  OFFER_ENDED: {
    kk: 'Бұл ұсынысқа жауап берілген немесе ол тоқтатылған.',
    ru: 'На это предложение уже ответили, или оно прекращено.',
    en: 'This offer was answered before, or has ended.',
  },
  OFFER_FOR_GROUP: {
    kk: 'Орын бүкіл топқа ұсынылған: жауапты сізді тіркеген ұйым береді. Қаласаңыз, топтан шыға аласыз.',
    ru: 'Места предложены всей группе: ответит организация, которая вас зарегистрировала. Вы можете выйти из группы.',
    en: 'The seats are offered to the whole group: the organisation that registered you answers. You can leave the group.',
  },
  REGISTRATION_NOT_CONFIRMED: {
    kk: 'Бұл үшін тіркелуіңіз расталған болуы керек. Қазіргі күйі: {status}.',
    ru: 'Для этого регистрация должна быть подтверждена. Сейчас её состояние: {status}.',
    en: 'This needs a confirmed registration. Yours is {status}.',
  },
  MODIFICATION_CLOSED: {
    kk: 'Тіркелуді өзгерту мерзімі өтті.',
    ru: 'Срок изменения регистрации истёк.',
    en: 'The deadline for changing registrations has passed.',
  },
  DEADLINE_OUTSIDE: {
    kk: 'Мерзім болашақта және форум басталғанға дейін ({latest}) болуы керек.',
    ru: 'Срок должен быть в будущем и не позже начала форума ({latest}).',
    en: 'The deadline lies in the future and not after the edition starts ({latest}).',
  },
  ENDS_BEFORE_START: {
    kk: 'Кету уақыты келу уақытынан ерте.',
    ru: 'Отъезд раньше прибытия.',
    en: 'This is before the arrival.',
  },
  REPEATED: {
    kk: 'Бұл мақсат екі рет көрсетілген.',
    ru: 'Эта цель указана дважды.',
    en: 'This purpose is given twice.',
  },
} as const;

export const say = speaker(forumMessages);
