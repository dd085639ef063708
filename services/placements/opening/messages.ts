import { speaker } from '../../shared/messages/messages.ts';
import { notFoundPhrases } from '../form/phrases.ts';

/** What openings say to those who write and run them. */
export const openingMessages = {
  ...notFoundPhrases,
  OPENING_NOT_CHANGEABLE: {
    kk: 'Қазіргі күйінде ({status}) сіз бұл вакансияны өзгерте алмайсыз.',
    ru: 'В нынешнем состоянии ({status}) вы не можете менять эту вакансию.',
    en: 'As it is now ({status}), this opening is not yours to change.',
  },
  OPENING_INCOMPLETE: {
    kk: 'Бір тілде толық жазылмаған: {missing}.',
    ru: 'Не написано полностью ни на одном языке: {missing}.',
    en: 'This is not written in full in any language: {missing}.',
  },
  POSITIONS_TAKEN: {
    kk: '{taken} орын ұсынылған немесе толтырылған, одан аз болмайды.',
    ru: '{taken, plural, one {Предложено или занято # место} few {Предложено или занято # места} many {Предложено или занято # мест} other {Предложено или занято # места}}, меньше нельзя.',
    en: '{taken, plural, one {# position is} other {# positions are}} offered or filled; it cannot be fewer.',
  },
  HOST_NOT_ACCREDITED: {
    kk: 'Қабылдаушы ұйым қазір немесе қызметтің соңғы күніне дейін аккредиттелмеген.',
    ru: 'Принимающая организация не аккредитована сейчас или до последнего дня службы.',
    en: 'The host is not accredited now, or not until the last day of service.',
  },
  PROGRAMME_NOT_OPEN: {
    kk: 'Бағдарлама жаңа вакансияларды қабылдамайды ({status}).',
    ru: 'Программа не принимает новые вакансии ({status}).',
    en: 'The programme takes no new openings ({status}).',
  },
  DEADLINE_PASSED: {
    kk: 'Өтінім беру мерзімі өтіп кеткен.',
    ru: 'Срок подачи заявок уже прошёл.',
    en: 'The application deadline has passed.',
  },
  OFFERS_OPEN: {
    kk: '{offered} ұсыныс әлі ашық.',
    ru: '{offered, plural, one {Ещё открыто # предложение} few {Ещё открыты # предложения} many {Ещё открыто # предложений} other {Ещё открыто # предложения}}.',
    en: '{offered, plural, one {# offer is} other {# offers are}} still open.',
  },
  DEPLOYMENTS_RUNNING: {
    kk: 'Бұл вакансия бойынша {deployments} қызмет әлі аяқталған жоқ.',
    ru: 'По этой вакансии {deployments, plural, one {не завершена # командировка} few {не завершены # командировки} many {не завершено # командировок} other {не завершено # командировки}}.',
    en: '{deployments, plural, one {# deployment} other {# deployments}} from this opening {deployments, plural, one {is} other {are}} not over.',
  },
} as const;

export const say = speaker(openingMessages);
