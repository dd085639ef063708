import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';
import { notFoundPhrases } from '../form/phrases.ts';

/** What is said to those who apply for an opening. */
export const applicationMessages = {
  ...inputPhrases,
  ...notFoundPhrases,
  APPLICATIONS_CLOSED: {
    kk: 'Өтінім қабылдау аяқталды.',
    ru: 'Приём заявок завершён.',
    en: 'Applications are not taken any more.',
  },
  ALREADY_APPLIED: {
    kk: 'Сіз бұл орынға өтінім беріп қойғансыз.',
    ru: 'Вы уже подали заявку на эту вакансию.',
    en: 'You have applied for this opening already.',
  },
  NOT_ELIGIBLE: {
    kk: 'Талаптардың {count} тармағы орындалмаған.',
    ru: '{count, plural, one {Не выполнено # требование} few {Не выполнены # требования} many {Не выполнено # требований} other {Не выполнено # требования}}.',
    en: '{count, plural, one {One requirement is not met} other {# requirements are not met}}.',
  },
  OVERLAPPING_DEPLOYMENT: {
    kk: 'Бұл күндері сіз басқа жерде қызмет етесіз.',
    ru: 'В эти дни вы служите в другом месте.',
    en: 'You serve elsewhere on some of these days.',
  },
  ALREADY_ACCEPTED: {
    kk: 'Сіз орынды қабылдадыңыз, енді өтінімді қайтарып алу мүмкін емес. Бара алмасаңыз, қызметіңізді жолға шыққанға дейін тоқтатыңыз.',
    ru: 'Вы приняли это место, заявку уже не отозвать. Если вы не сможете поехать, откажитесь от самой поездки до отъезда.',
    en: 'You have accepted the placement, and the application cannot be withdrawn any more. If you cannot go, cancel the deployment before departure.',
  },
  APPLICATION_ENDED: {
    kk: 'Өтініміңіз бойынша шешім шыққан, растайтын ештеңе жоқ.',
    ru: 'По этой заявке уже есть решение, подтверждать нечего.',
    en: 'This application is decided, and there is nothing to confirm.',
  },
  TERMS_OUTDATED: {
    kk: 'Талаптар мен шарттар тағы өзгерді. Қайта оқып, соңғы нұсқасын растаңыз.',
    ru: 'Условия изменились ещё раз. Прочитайте их и подтвердите последнюю версию.',
    en: 'These are not the terms as they are now. Read them again, and confirm the latest version.',
  },
  TOO_MANY: {
    kk: 'Ең көбі {maximum}.',
    ru: 'Не больше {maximum}.',
    en: 'At most {maximum}.',
  },
  REPEATED: {
    kk: 'Бұл екі рет берілген.',
    ru: 'Это указано дважды.',
    en: 'This is given twice.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'Мұндай тіл белгісі жоқ. BCP 47 бойынша жазыңыз: kk, ru, en.',
    ru: 'Такого языка нет. Укажите тег по BCP 47: kk, ru, en.',
    en: 'There is no such language. Give a tag, BCP 47: kk, ru, en.',
  },
  IN_FUTURE: {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day is yet to come.',
  },
  TOO_LONG_AGO: {
    kk: 'Бұл күн тым ерте.',
    ru: 'Это слишком давно.',
    en: 'This is too long ago.',
  },
  AVAILABLE_TOO_LATE: {
    kk: 'Қызметтің бірінші күнінен кешікпеңіз.',
    ru: 'Не позже первого дня службы.',
    en: 'Not later than the first day of service.',
  },
} as const;

export const say = speaker(applicationMessages);
