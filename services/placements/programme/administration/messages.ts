import { speaker } from '../../../shared/messages/messages.ts';

/** What running programmes says to those who do. */
export const programmeMessages = {
  PROGRAMME_NOT_FOUND: {
    kk: 'Мұндай бағдарлама жоқ.',
    ru: 'Такой программы нет.',
    en: 'There is no such programme.',
  },
  PROGRAMME_COMPLETED: {
    kk: 'Бұл бағдарлама аяқталған, оны енді өзгертуге болмайды.',
    ru: 'Эта программа завершена, менять её больше нельзя.',
    en: 'This programme is completed, and changes no more.',
  },
  BUDGET_MISSING: {
    kk: 'Алдымен бюджетін көрсетіңіз.',
    ru: 'Сначала укажите бюджет.',
    en: 'Give it a budget first.',
  },
  BUDGET_BELOW_COMMITTED: {
    kk: 'Бюджеттен {committed} бөлініп қойған, одан аз болмайды.',
    ru: 'Из бюджета уже обещано {committed}, меньше нельзя.',
    en: '{committed} of the budget is committed; it cannot be less.',
  },
  PROGRAMME_NOT_OVER: {
    kk: 'Бағдарлама әлі аяқталған жоқ: шешілмеген вакансия – {openings}, жалғасып жатқан қызмет – {deployments}.',
    ru: 'Программа ещё идёт: открытых вакансий — {openings}, незавершённых командировок — {deployments}.',
    en: 'The programme is not over: {openings, plural, one {# opening is} other {# openings are}} undecided, {deployments, plural, one {# deployment runs} other {# deployments run}}.',
  },
} as const;

export const say = speaker(programmeMessages);
