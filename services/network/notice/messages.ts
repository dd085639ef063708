import { speaker } from '../../shared/messages/messages.ts';

/** What the network writes to people whose entry was decided about: for each register a subject, and what follows. */
export const noticeMessages = {
  ORGANISATION_SUBJECT: {
    kk: '«{name}» {status, select, APPROVED {тізілімде} REJECTED {тізілімге алынбады} SUSPENDED {тізілімнен уақытша шығарылды} other {тізілімнен шығарылды}}',
    ru: '«{name}»: {status, select, APPROVED {организация в реестре} REJECTED {организация не принята в реестр} SUSPENDED {организация временно исключена из реестра} other {организация исключена из реестра}}',
    en: '“{name}” {status, select, APPROVED {is in the register} REJECTED {was not taken into the register} SUSPENDED {is out of the register for a time} other {was taken out of the register}}',
  },
  ORGANISATION_APPROVED_TEXT: {
    kk: 'Енді ұйым атынан жоба ұсынып, игі істерді тіркей аласыз.',
    ru: 'Теперь от её имени можно предлагать проекты и сообщать о добрых делах.',
    en: 'In its name you can now submit projects and file good deeds.',
  },
  PROJECT_SUBJECT: {
    kk: '«{name}» жобасы {status, select, APPROVED {мақұлданды} REJECTED {мақұлданбады} other {өтпейді}}',
    ru: 'Проект «{name}» {status, select, APPROVED {одобрен} REJECTED {не одобрен} other {не состоится}}',
    en: 'The project “{name}” {status, select, APPROVED {is approved} REJECTED {is not approved} other {does not take place}}',
  },
  PROJECT_APPROVED_TEXT: {
    kk: 'Жобаны порталда бастаңыз: содан кейін еріктілер қосыла алады.',
    ru: 'Начните проект на портале: после этого к нему смогут присоединиться волонтёры.',
    en: 'Start it in the portal: from then on volunteers can join.',
  },
  PROJECT_LOST_TEXT: {
    kk: 'Сіз осы жобаға қатысып жүрсіз. Жазылған сағаттарыңыз сақталады.',
    ru: 'Вы участвуете в этом проекте. Записанные часы сохраняются.',
    en: 'You take part in this project. The hours you recorded are kept.',
  },
  GRANT_SUBJECT: {
    kk: '«{name}» жобасының шағын гранты: {status, select, APPROVED {берілді} REJECTED {берілмеді} ACCEPTED {есеп қабылданды} other {есеп түзетуге қайтарылды}}',
    ru: 'Малый грант проекта «{name}»: {status, select, APPROVED {выделен} REJECTED {не выделен} ACCEPTED {отчёт принят} other {отчёт возвращён на доработку}}',
    en: 'Small grant for “{name}”: {status, select, APPROVED {granted} REJECTED {not granted} ACCEPTED {the report is accepted} other {the report is returned to be put right}}',
  },
  GRANT_APPROVED_TEXT: {
    kk: 'Берілген сома порталда көрсетілген. Грант игерілген соң есебін сонда тапсырыңыз.',
    ru: 'Выделенная сумма указана на портале. Там же отчитайтесь о гранте, когда он будет использован.',
    en: 'The amount granted is in the portal. Report there what became of it.',
  },
  DEED_SUBJECT: {
    kk: '{name}: игі ісіңіз {status, select, APPROVED {есепке алынды} other {есепке алынбады}}',
    ru: '{name}: ваше доброе дело {status, select, APPROVED {засчитано} other {не засчитано}}',
    en: '{name}: your good deed {status, select, APPROVED {counts} other {does not count}}',
  },
  DEED_APPROVED_TEXT: {
    kk: 'Игі ісіңіз үшін рақмет.',
    ru: 'Спасибо за доброе дело.',
    en: 'Thank you for your good deed.',
  },
  REASON: { kk: 'Себебі: {reason}', ru: 'Причина: {reason}', en: 'Reason: {reason}' },
  DECIDED_TEXT: {
    kk: 'Мұны тізілімді жүргізушілер шешті. Толығы порталда.',
    ru: 'Так решили те, кто ведёт реестр. Подробности на портале.',
    en: 'Those who keep the register decided so. More is in the portal.',
  },
} as const;

export const say = speaker(noticeMessages);
