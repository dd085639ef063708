import { inputPhrases } from '../../../shared/messages/input-phrases.ts';
import { speaker } from '../../../shared/messages/messages.ts';

/** What is said to those who have webhooks. */
export const webhookMessages = {
  ...inputPhrases,
  WEBHOOK_NOT_FOUND: {
    kk: 'Мұндай вебхук табылмады.',
    ru: 'Такого вебхука нет.',
    en: 'There is no such webhook.',
  },
  DELIVERY_NOT_FOUND: {
    kk: 'Мұндай жеткізілім табылмады.',
    ru: 'Такой доставки нет.',
    en: 'There is no such delivery.',
  },
  WEBHOOK_EXISTS: {
    kk: 'Бұл мекенжай осы ел үшін тіркелген.',
    ru: 'Этот адрес для этой страны уже зарегистрирован.',
    en: 'This address is already registered for this country.',
  },
  WEBHOOK_LIMIT_REACHED: {
    kk: 'Бір елге ең көбі {limit} вебхук.',
    ru: 'Не больше {limit, plural, one {# вебхука} few {# вебхуков} many {# вебхуков} other {# вебхука}} на страну.',
    en: 'At most {limit, plural, one {# webhook} other {# webhooks}} for a country.',
  },
  WEBHOOK_NOT_ACTIVE: {
    kk: 'Вебхук қазір қосулы емес: {status}.',
    ru: 'Вебхук сейчас не действует: {status}.',
    en: 'The webhook is not active at present: {status}.',
  },
  NOT_AN_ADDRESS: {
    kk: 'Пайдаланушы аты мен # белгісінсіз толық мекенжай жазыңыз, мысалы https://partner.example/hooks.',
    ru: 'Укажите полный адрес без имени пользователя и знака #, например https://partner.example/hooks.',
    en: 'Give a whole address without user and #, such as https://partner.example/hooks.',
  },
  NOT_SECURE: {
    kk: 'Мекенжай https:// деп басталуы керек.',
    ru: 'Адрес должен начинаться с https://.',
    en: 'The address must begin with https://.',
  },
  PRIVATE_ADDRESS: {
    kk: 'Бұл мекенжай жалпыға қолжетімді интернетте емес.',
    ru: 'Этот адрес не из общедоступного интернета.',
    en: 'This address is not on the public internet.',
  },
  EMPTY: {
    kk: 'Кемінде біреуін таңдаңыз.',
    ru: 'Выберите хотя бы одно.',
    en: 'Choose at least one.',
  },
  TOO_LONG_AGO: {
    kk: 'Ең көбі {days} күн бұрын.',
    ru: 'Не раньше чем {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} назад.',
    en: 'At most {days, plural, one {# day} other {# days}} ago.',
  },
  DISABLED_SUBJECT: {
    kk: 'Вебхук өшірілді',
    ru: 'Вебхук отключён',
    en: 'A webhook is switched off',
  },
  DISABLED_TEXT: {
    kk: '{host} мекенжайындағы вебхук біз жіберген хабарларды қабылдамады, сондықтан оған енді ештеңе жіберілмейді.',
    ru: 'Вебхук по адресу {host} не принимал наши сообщения, поэтому больше на него ничего не отправляется.',
    en: 'The webhook at {host} did not take what we sent, so nothing more is sent there.',
  },
  DISABLED_ADVICE: {
    kk: 'Қабылдаушыны түзеткен соң, вебхукті қайта қосып, өткізіп алған өзгерістерді қайта сұратыңыз.',
    ru: 'Когда приёмник снова заработает, включите вебхук и запросите пропущенные изменения повторно.',
    en: 'Once the receiver works again, resume the webhook and have the missed changes sent again.',
  },
} as const;

export const say = speaker(webhookMessages);
