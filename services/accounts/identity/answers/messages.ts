import { speaker } from '../../../shared/messages/messages.ts';

/** What sign-up, sign-in and everything else under `/auth` refuse with, by the code in their answers. */
export const identityMessages = {
  INVALID_EMAIL_OR_PASSWORD: {
    kk: 'Пошта немесе құпиясөз дұрыс емес.',
    ru: 'Неверный адрес или пароль.',
    en: 'The address or the password is wrong.',
  },
  EMAIL_NOT_VERIFIED: {
    kk: 'Поштаңызды растаңыз: сілтеме хатпен жіберілді.',
    ru: 'Подтвердите адрес: ссылка отправлена письмом.',
    en: 'Confirm your address first: a link was sent to it.',
  },
  INVALID_EMAIL: {
    kk: 'Бұл пошта мекенжайы емес.',
    ru: 'Это не адрес электронной почты.',
    en: 'This is no email address.',
  },
  INVALID_PASSWORD: { kk: 'Құпиясөз дұрыс емес.', ru: 'Неверный пароль.', en: 'The password is wrong.' },
  PASSWORD_TOO_SHORT: {
    kk: 'Құпиясөзде кемінде {minimum} таңба болсын.',
    ru: 'В пароле должно быть не меньше {minimum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'A password has at least {minimum, plural, one {# character} other {# characters}}.',
  },
  PASSWORD_TOO_LONG: {
    kk: 'Құпиясөзде ең көбі {maximum} таңба болсын.',
    ru: 'В пароле должно быть не больше {maximum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'A password has at most {maximum, plural, one {# character} other {# characters}}.',
  },
  PASSWORD_TOO_COMMON: {
    kk: 'Бұл құпиясөзді табу оңай. Бірнеше кездейсоқ сөз алыңыз.',
    ru: 'Такой пароль легко угадать. Возьмите несколько случайных слов.',
    en: 'This password is easy to guess. Take a few random words.',
  },
  NAME_INVALID: {
    kk: 'Атыңызды жазыңыз: бір жол, {maximum} таңбаға дейін.',
    ru: 'Укажите имя: одна строка, не длиннее {maximum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'Give a name: one line, at most {maximum, plural, one {# character} other {# characters}}.',
  },
  INVALID_OTP: {
    kk: 'Код дұрыс емес немесе мерзімі өткен. Жаңасын сұраңыз.',
    ru: 'Код неверен или больше не действует. Запросите новый.',
    en: 'The code is wrong or does not work any more. Ask for a new one.',
  },
  INVALID_TOKEN: {
    kk: 'Сілтеме енді жарамайды. Жаңасын сұраңыз.',
    ru: 'Ссылка больше не действует. Запросите новую.',
    en: 'This link does not work any more. Ask for a new one.',
  },
  TOKEN_EXPIRED: {
    kk: 'Сілтеменің мерзімі өткен. Жаңасын сұраңыз.',
    ru: 'Срок действия ссылки истёк. Запросите новую.',
    en: 'This link has expired. Ask for a new one.',
  },
  TOO_MANY_REQUESTS: {
    kk: 'Сұрау тым көп. {seconds} секундтан кейін қайталаңыз.',
    ru: 'Слишком много запросов. Повторите через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
    en: 'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
} as const;

export const say = speaker(identityMessages);
