import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';
import { notFoundPhrases } from '../form/phrases.ts';

/** What is said to people who write reports of service abroad, and to who decides on them. */
export const reportMessages = {
  ...inputPhrases,
  ...notFoundPhrases,
  BLANK: {
    kk: 'Мұны толтырыңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
  CONTROL_CHARACTER: {
    kk: 'Мәтінде басқару таңбасы бар. Оны алып тастаңыз.',
    ru: 'В тексте есть управляющий символ. Уберите его.',
    en: 'There is a control character in the text. Take it out.',
  },
  HOURS_OUT_OF_RANGE: {
    kk: 'Бұл күндерде ең аз дегенде 0, ең көбі {maximum} сағат болады.',
    ru: 'За эти дни может быть от 0 до {maximum, plural, one {# часа} few {# часов} many {# часов} other {# часа}}.',
    en: 'These days have 0 to {maximum, plural, one {# hour} other {# hours}}.',
  },
  REPORT_NOT_FOUND: {
    kk: 'Мұндай есеп табылмады.',
    ru: 'Такого отчёта нет.',
    en: 'There is no such report.',
  },
  DEPLOYMENT_TAKES_NO_REPORTS: {
    kk: 'Ерікті әлі жолға шыққан жоқ немесе мүлде бармады: есеп беретін ештеңе жоқ.',
    ru: 'Волонтёр ещё не выехал или не поехал вовсе: отчитываться не о чем.',
    en: 'The volunteer has not left yet, or never did: there is nothing to report.',
  },
  REPORT_NOT_YET_OPEN: {
    kk: 'Бұл есеп {opensOn} күнінен бастап қабылданады.',
    ru: 'Этот отчёт принимается с {opensOn}.',
    en: 'This report is taken from {opensOn} on.',
  },
  REPORT_NOT_ACCEPTED: {
    kk: 'Есеп әлі қабылданған жоқ: түзетуді есептің өзіне енгізіңіз немесе шешімді күтіңіз.',
    ru: 'Отчёт ещё не принят: правьте сам отчёт или дождитесь решения.',
    en: 'The report is not accepted yet: change the report itself, or wait for the decision.',
  },
} as const;

export const say = speaker(reportMessages);
