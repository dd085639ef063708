import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to people about badges. */
export const badgeMessages = {
  ...inputPhrases,
  BADGE_NOT_FOUND: {
    kk: 'Мұндай бейдж табылмады. Нөмірін қайта тексеріңіз.',
    ru: 'Такого бейджа нет. Проверьте номер.',
    en: 'There is no such badge. Check the serial.',
  },
  REGISTRATION_NOT_FOUND: {
    kk: 'Мұндай тіркелу табылмады.',
    ru: 'Такой регистрации нет.',
    en: 'There is no such registration.',
  },
  REGISTRATION_NOT_CONFIRMED: {
    kk: 'Бейдж тек расталған тіркелу бойынша беріледі.',
    ru: 'Бейдж выдаётся только по подтверждённой регистрации.',
    en: 'A badge is given for a confirmed registration only.',
  },
  EDITION_WITHOUT_DATES: {
    kk: 'Форум күндері әлі жарияланған жоқ, сондықтан бейдж жасалмайды.',
    ru: 'Даты форума ещё не объявлены, поэтому бейджа пока нет.',
    en: 'The dates of this edition are not announced yet; there are no badges until then.',
  },
  ID_NOT_CHECKED: {
    kk: 'Бейджді белсендірмес бұрын иесінің жеке куәлігін тексеріңіз.',
    ru: 'Прежде чем активировать бейдж, проверьте документ владельца.',
    en: "Check the holder's ID before you activate the badge.",
  },
  OWN_BADGE: {
    kk: 'Өз бейджіңізді өзіңіз бере алмайсыз. Әріптесіңізден сұраңыз.',
    ru: 'Свой бейдж нельзя выдать самому себе. Попросите коллегу.',
    en: 'Nobody hands out their own badge. Ask a colleague.',
  },
  NOT_ADMITTED_AWAITED: {
    kk: 'Бұл делегаттың өкілеттіктері бойынша шешім әлі жоқ. Оны аккредиттеу қызметкерлеріне жіберіңіз: рұқсат берілген соң бейджді бересіз.',
    ru: 'По полномочиям этого делегата решения ещё нет. Направьте его к сотрудникам аккредитации: бейдж выдают после допуска.',
    en: 'Nothing is decided about the credentials of this delegate yet. Send them to the accreditation officers: the badge is handed out once they are admitted.',
  },
  NOT_ADMITTED_ON_HOLD: {
    kk: 'Бұл делегаттың өкілеттіктерін қарау кейінге қалдырылған. Оны аккредиттеу қызметкерлеріне жіберіңіз.',
    ru: 'Рассмотрение полномочий этого делегата приостановлено. Направьте его к сотрудникам аккредитации.',
    en: 'The credentials of this delegate are on hold. Send them to the accreditation officers.',
  },
  NOT_ADMITTED_RETURNED: {
    kk: 'Бұл делегаттың өкілеттіктері делегацияға түзетуге қайтарылған, жаңа шешім әлі жоқ.',
    ru: 'Полномочия этого делегата были возвращены делегации на исправление, нового решения ещё нет.',
    en: 'The credentials of this delegate were returned to the delegation to be corrected, and nothing is decided anew yet.',
  },
  NOT_ADMITTED_REJECTED: {
    kk: 'Бұл делегаттың өкілеттіктері қабылданбаған: бейдж берілмейді.',
    ru: 'Полномочия этого делегата отклонены: бейдж не выдаётся.',
    en: 'The credentials of this delegate were rejected: there is no badge for them.',
  },
  FOUR_EYES_REQUIRED: {
    kk: 'Бұл делегатты өзіңіз ұсынғансыз немесе өкілеттіктерін тексергенсіз: бейджін әріптесіңіз беруі керек.',
    ru: 'Вы сами выдвинули этого делегата или проверяли его полномочия: бейдж должен выдать коллега.',
    en: 'You nominated this delegate, or checked their credentials: a colleague has to hand out the badge.',
  },
} as const;

export const say = speaker(badgeMessages);
