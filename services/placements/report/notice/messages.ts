import { speaker } from '../../../shared/messages/messages.ts';

/** What mails about reports of service abroad say. */
export const reportMailMessages = {
  ARRIVAL: { kk: 'Келгені туралы есеп', ru: 'Отчёт о прибытии', en: 'Arrival report' },
  PERIODIC: { kk: 'Кезеңдік есеп', ru: 'Периодический отчёт', en: 'Periodic report' },
  FINAL: { kk: 'Қорытынды есеп', ru: 'Итоговый отчёт', en: 'Final report' },
  HOST_EVALUATION: { kk: 'Қабылдаушы ұйымның бағасы', ru: 'Отзыв принимающей организации', en: 'Host evaluation' },
  INCIDENT: { kk: 'Оқиға туралы хабарлама', ru: 'Сообщение о происшествии', en: 'Incident report' },
  REMINDER_SUBJECT: {
    kk: '{report}: {date} дейін тапсырыңыз',
    ru: '{report}: сдайте до {date}',
    en: '{report}: due by {date}',
  },
  REMINDER_TEXT: {
    kk: 'Шетелдегі қызметіңіз туралы есеп күтілуде: {report}. Мерзімі: {date} (қызмет орнының күні бойынша).',
    ru: 'Ждём отчёт о вашей службе за рубежом: {report}. Срок: {date} (день по месту службы).',
    en: 'A report of your service abroad is expected: {report}. It is due by {date}, the day where you serve.',
  },
  OVERDUE_SUBJECT: {
    kk: '{report}: мерзімі өтті',
    ru: '{report}: срок прошёл',
    en: '{report}: overdue',
  },
  OVERDUE_TEXT: {
    kk: 'Шетелдегі қызметіңіз туралы есептің мерзімі өтті: {report}, {date}. Оны порталда әлі де тапсыра аласыз.',
    ru: 'Срок отчёта о вашей службе за рубежом прошёл: {report}, {date}. Его ещё можно сдать на портале.',
    en: 'A report of your service abroad is overdue: {report}, due by {date}. You can still hand it in on the portal.',
  },
  RETURNED_SUBJECT: {
    kk: '{report}: толықтыруға қайтарылды',
    ru: '{report}: возвращён на доработку',
    en: '{report}: returned for correction',
  },
  RETURNED_TEXT: {
    kk: 'Есебіңіз қайтарылды. Не жетіспейтіні төменде жазылған; түзетіп, порталда қайта тапсырыңыз.',
    ru: 'Ваш отчёт возвращён. Ниже сказано, чего не хватает; исправьте его и сдайте на портале снова.',
    en: 'Your report was returned. Below is what is missing; put it right and hand it in again on the portal.',
  },
  ACCEPTED_SUBJECT: {
    kk: '{report}: қабылданды',
    ru: '{report}: принят',
    en: '{report}: accepted',
  },
  ACCEPTED_TEXT: {
    kk: 'Есебіңіз қабылданды. Енді ол өзгермейді; түзетуді порталда қосымша ретінде қоса аласыз.',
    ru: 'Ваш отчёт принят. Теперь он не меняется; исправление можно добавить к нему на портале.',
    en: 'Your report was accepted. It does not change any more; a correction can be added to it on the portal.',
  },
  LINK: { kk: 'Порталды ашу', ru: 'Открыть портал', en: 'Open the portal' },
} as const;

export const sayInMail = speaker(reportMailMessages);
