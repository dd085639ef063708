import { speaker } from '../../shared/messages/messages.ts';

/** What is printed on badges. */
export const badgePrintMessages = {
  OPEN: { kk: 'Қатысушы', ru: 'Участник', en: 'Participant' },
  DELEGATE: { kk: 'Делегат', ru: 'Делегат', en: 'Delegate' },
  SPEAKER: { kk: 'Спикер', ru: 'Спикер', en: 'Speaker' },
  PRESS: { kk: 'Баспасөз', ru: 'Пресса', en: 'Press' },
  GUEST: { kk: 'Қонақ', ru: 'Гость', en: 'Guest' },
  STAFF: { kk: 'Ұйымдастырушы', ru: 'Организатор', en: 'Staff' },
  IF_FOUND: {
    kk: 'Тауып алсаңыз, форумның тіркеу үстеліне тапсырыңыз. Жоғалтсаңыз, дереу сол жерге хабарлаңыз.',
    ru: 'Нашли бейдж — передайте его на стойку регистрации форума. Потеряли — сразу сообщите туда же.',
    en: 'If found, hand it in at the registration desk of the forum. If lost, tell the desk at once.',
  },
  EMERGENCY: {
    kk: 'Төтенше жағдайда 112 нөміріне қоңырау шалыңыз.',
    ru: 'В экстренном случае звоните 112.',
    en: 'In an emergency, call 112.',
  },
  SERIAL: { kk: 'Нөмірі', ru: 'Номер', en: 'Serial' },
  ZONES: { kk: 'Аймақтар', ru: 'Зоны', en: 'Zones' },
  VALIDITY: { kk: 'Жарамды мерзімі', ru: 'Действует', en: 'Valid' },
  DEMO: { kk: 'КӨРСЕТІЛІМ', ru: 'ДЕМОНСТРАЦИЯ', en: 'DEMONSTRATION' },
} as const;

export const print = speaker(badgePrintMessages);
