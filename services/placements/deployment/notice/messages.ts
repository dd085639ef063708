import { speaker } from '../../../shared/messages/messages.ts';

/** What volunteers are written about their service: one subject, and a text for each state they hear of. */
export const noticeMessages = {
  SUBJECT: {
    kk: 'Шетелдегі қызметіңіз: {opening}',
    ru: 'Ваша служба за рубежом: {opening}',
    en: 'Your service abroad: {opening}',
  },
  PREPARING_AGAIN: {
    kk: 'Тексерулердің бірі жарамсыз болды, сондықтан дайындық жалғасады. Жол жүруге әзірге рұқсат жоқ.',
    ru: 'Одна из проверок больше не действует, поэтому подготовка продолжается. Выезжать пока нельзя.',
    en: 'One of your clearances does not hold any more, so preparation goes on. You cannot travel yet.',
  },
  READY: {
    kk: 'Барлық тексеру аяқталды: жолға шығуға дайынсыз.',
    ru: 'Все проверки пройдены: вы готовы к выезду.',
    en: 'Every clearance has passed: you are ready to travel.',
  },
  TRAVELLING: {
    kk: 'Жол сапарыңыз рәсімделді. Келген соң қабылдаушы ұйым қызметке кіріскеніңізді растайды.',
    ru: 'Поездка оформлена. По прибытии принимающая организация подтвердит начало службы.',
    en: 'Your travel is ordered. When you have arrived, the host confirms your entry on duty.',
  },
  SERVING: {
    kk: 'Қабылдаушы ұйым қызметке кіріскеніңізді растады.',
    ru: 'Принимающая организация подтвердила начало вашей службы.',
    en: 'The host has confirmed your entry on duty.',
  },
  SERVING_AGAIN: {
    kk: 'Қызметіңіз жалғасады.',
    ru: 'Ваша служба продолжается.',
    en: 'Your service goes on.',
  },
  ON_LEAVE: {
    kk: 'Демалысыңыз тіркелді.',
    ru: 'Ваш отпуск записан.',
    en: 'Your leave is recorded.',
  },
  SUSPENDED: {
    kk: 'Қызметіңіз уақытша тоқтатылды.',
    ru: 'Ваша служба приостановлена.',
    en: 'Your service is suspended.',
  },
  ENDING: {
    kk: 'Қызметіңіз аяқталуға жақын. Порталдағы аяқтау тізімін орындаңыз.',
    ru: 'Служба подходит к концу. Выполните список завершения на портале.',
    en: 'Your service is about to end. Work off the end checklist in the portal.',
  },
  COMPLETED: {
    kk: 'Қызметіңіз аяқталды. Еңбегіңізге рақмет!',
    ru: 'Ваша служба завершена. Спасибо за ваш труд!',
    en: 'You have completed your service. Thank you.',
  },
  CANCELLED: {
    kk: 'Қызметке жіберілмейтін болдыңыз: ол жолға шыққанға дейін тоқтатылды.',
    ru: 'Служба отменена до выезда.',
    en: 'The service was called off before departure.',
  },
  ENDED: {
    kk: 'Қызметіңіз мерзімінен бұрын аяқталды. Төлемдер мен есептер туралы мәлімет порталда.',
    ru: 'Служба закончилась раньше срока. О выплатах и отчётах — на портале.',
    en: 'Your service has ended before its time. The portal says what follows for allowances and reports.',
  },
  EVACUATED: {
    kk: 'Сізді қауіпсіз жерге көшірді. Қызмет кейін жалғасуы мүмкін.',
    ru: 'Вас эвакуировали. Служба может быть продолжена позже.',
    en: 'You have been brought to safety. Your service may resume later.',
  },
  EXTENDED: {
    kk: 'Қызметіңіз ұзартылды: соңғы күні {day}.',
    ru: 'Ваша служба продлена: последний день {day}.',
    en: 'Your service is extended: its last day is {day}.',
  },
} as const;

export const say = speaker(noticeMessages);
