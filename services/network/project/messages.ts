import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What the register of projects says to people. */
export const projectMessages = {
  IDEMPOTENCY_KEY_REUSED: inputPhrases.IDEMPOTENCY_KEY_REUSED,
  PROJECT_NOT_FOUND: {
    kk: 'Мұндай жоба жоқ.',
    ru: 'Такого проекта нет.',
    en: 'There is no such project.',
  },
  PROJECT_DECIDED: {
    kk: 'Жоба туралы шешім шықты, сондықтан оны түзетуге болмайды.',
    ru: 'По проекту уже принято решение, поэтому исправить его нельзя.',
    en: 'The project has been decided about and cannot be corrected any more.',
  },
  NEWS_TITLE: {
    kk: 'Жоба: {title} ({status, select, APPROVED {мақұлданды} RUNNING {жүріп жатыр} other {аяқталды}})',
    ru: 'Проект: {title} ({status, select, APPROVED {одобрен} RUNNING {идёт} other {завершён}})',
    en: 'Project: {title} ({status, select, APPROVED {approved} RUNNING {running} other {closed}})',
  },
  NEWS_WHERE: {
    kk: '{organisation}. {region}. {from} – {until}.',
    ru: '{organisation}. {region}. {from} – {until}.',
    en: '{organisation}. {region}. {from} – {until}.',
  },
} as const;

export const say = speaker(projectMessages);
