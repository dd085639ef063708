import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What taking part in projects, and hours given to them, say to people. */
export const participationMessages = {
  IDEMPOTENCY_KEY_REUSED: inputPhrases.IDEMPOTENCY_KEY_REUSED,
  PROJECT_NOT_RUNNING: {
    kk: 'Жоба қазір жүріп жатқан жоқ.',
    ru: 'Проект сейчас не идёт.',
    en: 'The project is not running.',
  },
  ALREADY_PARTICIPATING: {
    kk: 'Сіз бұл жобаға қатысып жүрсіз.',
    ru: 'Вы уже участвуете в этом проекте.',
    en: 'You take part in this project already.',
  },
  NOT_PARTICIPATING: {
    kk: 'Сіз бұл жобаға қатыспайсыз.',
    ru: 'Вы не участвуете в этом проекте.',
    en: 'You do not take part in this project.',
  },
  HOURS_NOT_FOUND: {
    kk: '{count, plural, one {Бұл жазба} other {Бұл жазбалар}} табылмады.',
    ru: '{count, plural, one {Эта запись не найдена} few {Эти записи не найдены} many {Эти записи не найдены} other {Эти записи не найдены}}.',
    en: '{count, plural, one {This record is} other {These records are}} not there.',
  },
  OWN_HOURS: {
    kk: 'Өз сағаттарыңызды растай алмайсыз: оны ұйымның басқа өкілі жасайды.',
    ru: 'Собственные часы подтвердить нельзя: это сделает другой представитель организации.',
    en: 'Nobody decides about hours of their own: another representative of the organisation does.',
  },
  HOURS_DECIDED: {
    kk: '{count, plural, one {Бұл жазба} other {Бұл жазбалар}} бойынша шешім қабылданған.',
    ru: '{count, plural, one {По этой записи решение уже принято} few {По этим записям решение уже принято} many {По этим записям решение уже принято} other {По этим записям решение уже принято}}.',
    en: '{count, plural, one {This record is} other {These records are}} decided already.',
  },
} as const;

export const say = speaker(participationMessages);
