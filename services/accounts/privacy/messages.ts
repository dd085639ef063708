import { speaker } from '../../shared/messages/messages.ts';

/** What data exports and erasure say to people. */
export const privacyMessages = {
  PERSON_NOT_FOUND: {
    kk: 'Мұндай адам жоқ.',
    ru: 'Такого человека нет.',
    en: 'There is no such person.',
  },
  LAST_ADMINISTRATOR: {
    kk: 'Бұл — порталдың соңғы әкімшісі. Алдымен басқа біреуді әкімші етіп тағайындаңыз.',
    ru: 'Это последний администратор портала. Сначала назначьте администратором кого-то ещё.',
    en: 'This is the last administrator of the portal. Make somebody else an administrator first.',
  },
  ERASURE_UNDER_WAY: {
    kk: 'Деректеріңіз жойылып жатыр, сондықтан енді жүктеп алу мүмкін емес.',
    ru: 'Ваши данные удаляются, поэтому выгрузить их уже нельзя.',
    en: 'Your data is being erased, so it cannot be exported any more.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kk: 'Бұл кілт басқа деректермен қолданылған. Жаңа кілт алыңыз.',
    ru: 'Этот ключ уже использован с другими данными. Возьмите новый.',
    en: 'This idempotency key was used with another input. Take a new one.',
  },
  INVALID_INPUT: {
    kk: 'Енгізілген деректерде {count} қате бар.',
    ru: '{count, plural, one {В данных # ошибка} few {В данных # ошибки} many {В данных # ошибок} other {В данных # ошибки}}.',
    en: '{count, plural, one {One thing is wrong with the input} other {# things are wrong with the input}}.',
  },
  BLANK: {
    kk: 'Бос қалдырмаңыз немесе мүлде жібермеңіз.',
    ru: 'Заполните или не передавайте вовсе.',
    en: 'Fill this in, or leave it out.',
  },
  TOO_LONG: {
    kk: 'Ең көбі {maximum} таңба.',
    ru: 'Не больше {maximum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'At most {maximum, plural, one {# character} other {# characters}}.',
  },
  CONTROL_CHARACTER: {
    kk: 'Бір жолға, басқару таңбаларынсыз жазыңыз.',
    ru: 'Пишите в одну строку, без управляющих символов.',
    en: 'Write one line, without control characters.',
  },
  OFFICIAL_LIST: {
    kk: 'Делегацияның ресми тізіміндегі жазба есімсіз сақталады: тізімді тек мемлекеттің өзі өзгерте алады.',
    ru: 'Запись в официальном списке делегации сохраняется без имени: изменить список может только само государство.',
    en: 'The entry on the official list of a delegation stays, without the name: only the state may change its list.',
  },
} as const;

export const say = speaker(privacyMessages);
