import { speaker } from '../../shared/messages/messages.ts';

/** What the forum writes to participants: for each occasion a subject, and what there is to know. */
export const noticeMessages = {
  CONFIRMED_SUBJECT: {
    kk: '{edition}: тіркелуіңіз расталды',
    ru: '{edition}: ваша регистрация подтверждена',
    en: '{edition}: your registration is confirmed',
  },
  CONFIRMED_TEXT: {
    kk: 'Сізге форумда орын берілді. Келе алмасаңыз, тіркелуіңізді порталда қайтарып алыңыз: орныңыз кезектегі келесі адамға ұсынылады.',
    ru: 'За вами закреплено место на форуме. Если вы не сможете приехать, отзовите регистрацию на портале: место предложат следующему в очереди.',
    en: 'You have a seat at the forum. If you cannot come, withdraw your registration in the portal: the seat is then offered to the next in line.',
  },
  WAITLISTED_SUBJECT: {
    kk: '{edition}: сіз кезектесіз',
    ru: '{edition}: вы в листе ожидания',
    en: '{edition}: you are on the waiting list',
  },
  WAITLISTED_TEXT: {
    kk: 'Қазір бос орын жоқ. Орын босаса, сізге ұсыныс хат келеді; кезектегі орныңызды порталдан көре аласыз, кезектен кез келген уақытта шыға аласыз.',
    ru: 'Свободных мест сейчас нет. Когда место освободится, вам придёт предложение. Своё место в очереди видно на портале, выйти из очереди можно в любой момент.',
    en: 'There is no free seat now. When one is freed you are sent an offer. Your place in the queue is in the portal, and you can leave the queue at any time.',
  },
  PENDING_REVIEW_SUBJECT: {
    kk: '{edition}: өтініміңіз қаралып жатыр',
    ru: '{edition}: ваша заявка на рассмотрении',
    en: '{edition}: your registration is under review',
  },
  PENDING_REVIEW_TEXT: {
    kk: 'Ұйымдастырушылар өтініміңізді қарап, шешімін осы поштаға жібереді.',
    ru: 'Организаторы рассмотрят вашу заявку и пришлют решение на этот адрес.',
    en: 'The organisers look at your registration and write their decision to this address.',
  },
  REVIEWED_AGAIN_TEXT: {
    kk: 'Аты-жөніңіз, туған күніңіз немесе азаматтығыңыз өзгергендіктен, тіркелуіңіз қайта қаралады. Орныңыз сізде қалады.',
    ru: 'Имя, дата рождения или гражданство изменились, поэтому регистрация рассматривается заново. Место остаётся за вами.',
    en: 'Your name, birth date or citizenship has changed, so your registration is reviewed again. You keep your seat meanwhile.',
  },
  OFFERED_SUBJECT: {
    kk: '{edition}: сізге орын ұсынылды',
    ru: '{edition}: вам предлагают место',
    en: '{edition}: you are offered a seat',
  },
  OFFERED_TEXT: {
    kk: 'Орын сізге {until} дейін сақталады ({zone} уақыты бойынша). Порталға кіріп, қабылдаңыз немесе бас тартыңыз; содан кейін орын келесі адамға өтеді.',
    ru: 'Место закреплено за вами до {until} (время: {zone}). Войдите на портал и примите его или откажитесь; потом место перейдёт следующему.',
    en: 'The seat is held for you until {until} ({zone} time). Sign in to the portal and take it or give it back; after that it goes to the next in line.',
  },
  GROUP_OFFERED_TEXT: {
    kk: 'Тобыңызға бірден {count} орын ұсынылды: «{organisation}». Олар {until} дейін сақталады ({zone} уақыты бойынша). Бүкіл топ атынан порталда жауап беріңіз.',
    ru: 'Вашей группе «{organisation}» предложено сразу {count, plural, one {# место} few {# места} many {# мест} other {# места}}. Они закреплены до {until} (время: {zone}). Ответьте на портале за всю группу.',
    en: 'Your group “{organisation}” is offered {count, plural, one {# seat} other {# seats}} at once. They are held until {until} ({zone} time). Answer in the portal for the whole group.',
  },
  OFFER_EXPIRED_SUBJECT: {
    kk: '{edition}: ұсыныстың мерзімі өтті',
    ru: '{edition}: срок предложения истёк',
    en: '{edition}: the offer of a seat has run out',
  },
  OFFER_EXPIRED_TEXT: {
    kk: 'Орын келесі адамға ұсынылды. Тіркелу ашық болса, қайта тіркеле аласыз.',
    ru: 'Место предложено следующему. Пока регистрация открыта, вы можете зарегистрироваться снова.',
    en: 'The seat was offered to the next in line. While registration is open you can register again.',
  },
  REJECTED_SUBJECT: {
    kk: '{edition}: өтініміңіз қабылданбады',
    ru: '{edition}: ваша заявка отклонена',
    en: '{edition}: your registration was not accepted',
  },
  CANCELLED_SUBJECT: {
    kk: '{edition}: тіркелуіңіз тоқтатылды',
    ru: '{edition}: ваша регистрация отменена',
    en: '{edition}: your registration is cancelled',
  },
  ENDED_TEXT: {
    kk: 'Мұны ұйымдастырушылар шешті. Сұрағыңыз болса, соларға жазыңыз.',
    ru: 'Так решили организаторы. С вопросами обращайтесь к ним.',
    en: 'The organisers decided so. Please write to them if you have questions.',
  },
  SEAT_RELEASED_TEXT: {
    kk: 'Делегация құрамындағы қатысуыңыз аяқталды, сондықтан форумдағы орныңыз босатылды. Бейджіңіз бен сессияларға жазылуларыңыз енді жарамсыз. Сұрағыңыз болса, делегацияңызға жазыңыз.',
    ru: 'Ваше участие в составе делегации прекращено, поэтому место на форуме освобождено. Бейдж и записи на сессии больше не действуют. С вопросами обращайтесь к своей делегации.',
    en: 'You are no longer in your delegation, so your seat is given up. Your badge and your bookings are not valid any more. Please ask your delegation if you have questions.',
  },
  POSTPONED_SUBJECT: {
    kk: '{edition}: форум кейінге қалдырылды',
    ru: '{edition}: форум перенесён',
    en: '{edition}: the forum is postponed',
  },
  POSTPONED_TEXT: {
    kk: 'Бұрынғы күндер күшін жойды, жаңалары порталда жарияланады. Тіркелуіңіз сақталады. Сізге орын ұсынылған болса, ол ұсыныс тоқтатылды: кезектегі орныңыз сақталады, тіркелу қайта ашылғанда жаңа ұсыныс келеді.',
    ru: 'Прежние даты больше не действуют, новые появятся на портале. Ваша регистрация сохраняется. Если вам предлагали место, предложение отозвано: вы остаётесь на своём месте в очереди и получите новое, когда регистрация откроется снова.',
    en: 'The dates do not hold any more; new ones will be in the portal. Your registration stays. If you were offered a seat, the offer has ended: you keep your place in the queue, and a new offer comes once registration is open again.',
  },
  EDITION_CANCELLED_SUBJECT: {
    kk: '{edition}: форум өтпейді',
    ru: '{edition}: форум отменён',
    en: '{edition}: the forum is cancelled',
  },
  EDITION_CANCELLED_TEXT: {
    kk: 'Форум өтпейтіндіктен, тіркелуіңіз тоқтатылды. Бейджіңіз бен сессияларға жазылуларыңыз енді жарамсыз.',
    ru: 'Форум не состоится, поэтому ваша регистрация отменена. Бейдж и записи на сессии больше не действуют.',
    en: 'The forum does not take place, so your registration is cancelled. Your badge and your bookings are not valid any more.',
  },
  SESSION_OFFERED_SUBJECT: {
    kk: '«{session}»: сізге орын ұсынылды',
    ru: '«{session}»: вам предлагают место',
    en: '“{session}”: you are offered a seat',
  },
  SESSION_MOVED_SUBJECT: {
    kk: '«{session}» басқа уақытқа немесе бөлмеге ауысты',
    ru: '«{session}» перенесена',
    en: '“{session}” has moved',
  },
  SESSION_MOVED_TEXT: {
    kk: 'Жаңа уақыты: {from} – {until} ({zone} уақыты бойынша), бөлме: {room}.',
    ru: 'Новое время: {from} – {until} (время: {zone}), зал: {room}.',
    en: 'Its time is now {from} – {until} ({zone} time), room {room}.',
  },
  SESSION_CANCELLED_SUBJECT: {
    kk: '«{session}» өтпейді',
    ru: '«{session}» отменена',
    en: '“{session}” is cancelled',
  },
  SESSION_CANCELLED_TEXT: {
    kk: 'Орныңыз босатылды. Сол уақытқа басқа сессияға жазыла аласыз.',
    ru: 'Ваша запись снята. На это время можно записаться на другую сессию.',
    en: 'Your booking has ended. You can book another session at that time.',
  },
  SESSION_CONFLICT_TEXT: {
    kk: 'Енді ол сіз жазылған басқа сессиямен қабаттасады. Екі орын да сізде: қайсысына барарыңызды порталда таңдаңыз.',
    ru: 'Теперь она пересекается с другой вашей сессией. Оба места за вами: выберите на портале, куда пойдёте.',
    en: 'It now overlaps with another session you have booked. Both seats are still yours: choose in the portal where you go.',
  },
} as const;

export const say = speaker(noticeMessages);
