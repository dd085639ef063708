import { speaker } from '../../shared/messages/messages.ts';

/** What the portal's mails say: for each kind a subject, a text before what it brings, and a note after it. */
export const mailMessages = {
  GREETING: { kk: 'Сәлеметсіз бе!', ru: 'Здравствуйте!', en: 'Hello,' },
  SIGNATURE: {
    kk: 'Erikti — еріктілер порталы',
    ru: 'Erikti — портал волонтёров',
    en: 'Erikti, the portal of volunteers',
  },
  VALID_HOURS: {
    kk: '{count, plural, one {# сағат жарамды} other {# сағат жарамды}}.',
    ru: 'Действует {count, plural, one {# час} few {# часа} many {# часов} other {# часа}}.',
    en: 'It works for {count, plural, one {# hour} other {# hours}}.',
  },
  VALID_MINUTES: {
    kk: '{count, plural, one {# минут жарамды} other {# минут жарамды}}.',
    ru: 'Действует {count, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'It works for {count, plural, one {# minute} other {# minutes}}.',
  },

  VERIFY_ADDRESS_SUBJECT: {
    kk: 'Электрондық поштаңызды растаңыз',
    ru: 'Подтвердите адрес электронной почты',
    en: 'Confirm your email address',
  },
  VERIFY_ADDRESS_TEXT: {
    kk: 'Осы поштамен Erikti порталына тіркелу сұралды. Бұл сіз болсаңыз, сілтемені ашыңыз.',
    ru: 'С этим адресом регистрируются на портале Erikti. Если это вы, откройте ссылку.',
    en: 'Someone signed up to Erikti with this address. If it was you, open the link.',
  },
  VERIFY_ADDRESS_NOTE: {
    kk: 'Бұл сіз болмасаңыз, ештеңе істемеңіз: тіркелу бір аптадан кейін жойылады.',
    ru: 'Если это не вы, ничего не делайте: регистрация исчезнет через неделю.',
    en: 'If it was not you, do nothing: the sign-up is gone after a week.',
  },

  VERIFICATION_CODE_SUBJECT: {
    kk: 'Поштаңызды растайтын код',
    ru: 'Код для подтверждения адреса',
    en: 'Your code to confirm your address',
  },
  VERIFICATION_CODE_TEXT: {
    kk: 'Erikti порталында поштаңызды растау үшін мына кодты енгізіңіз.',
    ru: 'Введите этот код на портале Erikti, чтобы подтвердить адрес.',
    en: 'Enter this code at Erikti to confirm your address.',
  },
  VERIFICATION_CODE_NOTE: {
    kk: 'Кодты ешкімге айтпаңыз. Сұрамаған болсаңыз, ештеңе істемеңіз.',
    ru: 'Никому не сообщайте код. Если вы его не запрашивали, ничего не делайте.',
    en: 'Tell the code to nobody. If you did not ask for it, do nothing.',
  },

  SIGN_IN_CODE_SUBJECT: { kk: 'Кіру коды', ru: 'Код для входа', en: 'Your sign-in code' },
  SIGN_IN_CODE_TEXT: {
    kk: 'Erikti порталына кіру үшін мына кодты енгізіңіз.',
    ru: 'Введите этот код, чтобы войти на портал Erikti.',
    en: 'Enter this code to sign in to Erikti.',
  },
  SIGN_IN_CODE_NOTE: {
    kk: 'Кодты ешкімге айтпаңыз. Сұрамаған болсаңыз, ештеңе істемеңіз.',
    ru: 'Никому не сообщайте код. Если вы его не запрашивали, ничего не делайте.',
    en: 'Tell the code to nobody. If you did not ask for it, do nothing.',
  },

  RESET_LINK_SUBJECT: { kk: 'Жаңа құпиясөз орнату', ru: 'Новый пароль', en: 'Choose a new password' },
  RESET_LINK_TEXT: {
    kk: 'Erikti порталындағы құпиясөзіңізді жаңарту сұралды. Бұл сіз болсаңыз, сілтемені ашыңыз.',
    ru: 'Для вашей учётной записи на портале Erikti запросили новый пароль. Если это вы, откройте ссылку.',
    en: 'Someone asked for a new password for your account at Erikti. If it was you, open the link.',
  },
  RESET_LINK_NOTE: {
    kk: 'Сұрамаған болсаңыз, ештеңе істемеңіз: құпиясөзіңіз сол күйі қалады.',
    ru: 'Если вы этого не просили, ничего не делайте: пароль останется прежним.',
    en: 'If you did not ask, do nothing: your password stays as it is.',
  },

  RESET_CODE_SUBJECT: {
    kk: 'Жаңа құпиясөзге арналған код',
    ru: 'Код для нового пароля',
    en: 'Your code for a new password',
  },
  RESET_CODE_TEXT: {
    kk: 'Erikti порталында жаңа құпиясөз орнату үшін мына кодты енгізіңіз.',
    ru: 'Введите этот код на портале Erikti, чтобы задать новый пароль.',
    en: 'Enter this code at Erikti to choose a new password.',
  },
  RESET_CODE_NOTE: {
    kk: 'Кодты ешкімге айтпаңыз. Сұрамаған болсаңыз, ештеңе істемеңіз: құпиясөзіңіз сол күйі қалады.',
    ru: 'Никому не сообщайте код. Если вы его не запрашивали, ничего не делайте: пароль останется прежним.',
    en: 'Tell the code to nobody. If you did not ask for it, do nothing: your password stays as it is.',
  },

  RESET_TOKEN_SUBJECT: {
    kk: 'Жаңа құпиясөзге арналған код',
    ru: 'Код для нового пароля',
    en: 'Your code for a new password',
  },
  RESET_TOKEN_TEXT: {
    kk: 'Erikti порталында жаңа құпиясөз орнату үшін мына кодты енгізіңіз.',
    ru: 'Введите этот код на портале Erikti, чтобы задать новый пароль.',
    en: 'Enter this code at Erikti to choose a new password.',
  },
  RESET_TOKEN_NOTE: {
    kk: 'Кодты ешкімге айтпаңыз. Сұрамаған болсаңыз, ештеңе істемеңіз: құпиясөзіңіз сол күйі қалады.',
    ru: 'Никому не сообщайте код. Если вы его не запрашивали, ничего не делайте: пароль останется прежним.',
    en: 'Tell the code to nobody. If you did not ask for it, do nothing: your password stays as it is.',
  },

  ALREADY_SIGNED_UP_SUBJECT: {
    kk: 'Сізде Erikti порталында тіркелгі бар',
    ru: 'У вас уже есть учётная запись на портале Erikti',
    en: 'You already have an account at Erikti',
  },
  ALREADY_SIGNED_UP_TEXT: {
    kk: 'Осы поштамен Erikti порталына тағы тіркелмек болды, бірақ сізде тіркелгі бұрыннан бар.',
    ru: 'С этим адресом пытались зарегистрироваться на портале Erikti, но у вас уже есть учётная запись.',
    en: 'Someone tried to sign up to Erikti with this address, but you already have an account.',
  },
  ALREADY_SIGNED_UP_NOTE: {
    kk: 'Бұл сіз болсаңыз, кіріңіз немесе жаңа құпиясөз сұраңыз. Болмаса, ештеңе істемеңіз: ештеңе өзгерген жоқ.',
    ru: 'Если это вы, войдите или запросите новый пароль. Если нет, ничего не делайте: ничего не изменилось.',
    en: 'If it was you, sign in or ask for a new password. If not, do nothing: nothing has changed.',
  },

  PASSWORD_CHANGED_SUBJECT: { kk: 'Құпиясөзіңіз өзгерді', ru: 'Ваш пароль изменён', en: 'Your password has changed' },
  PASSWORD_CHANGED_TEXT: {
    kk: 'Erikti порталындағы құпиясөзіңіз жаңартылды. Бұрын ашылған кірулердің бәрі аяқталды.',
    ru: 'Пароль вашей учётной записи на портале Erikti изменён. Все прежние входы завершены.',
    en: 'The password of your account at Erikti was changed. Everyone who was signed in with the old one is signed out.',
  },
  PASSWORD_CHANGED_NOTE: {
    kk: 'Бұл сіз болмасаңыз, дереу жаңа құпиясөз сұраңыз.',
    ru: 'Если это не вы, сразу запросите новый пароль.',
    en: 'If it was not you, ask for a new password at once.',
  },
} as const;

export const say = speaker(mailMessages);
