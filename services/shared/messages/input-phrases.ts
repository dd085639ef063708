/** What every form of the portal says of its input. A catalogue spreads it, and may word a message anew. */
export const inputPhrases = {
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
  IDEMPOTENCY_KEY_REUSED: {
    kk: 'Бұл кілт басқа деректермен қолданылған. Жаңа кілт алыңыз.',
    ru: 'Этот ключ уже использован с другими данными. Возьмите новый.',
    en: 'This idempotency key was used with another input. Take a new one.',
  },
  INVALID_TRANSITION: {
    kk: 'Қазіргі күйінен ({from}) бұл күйге ({to}) ауыстыруға болмайды.',
    ru: 'Из состояния {from} перейти в {to} нельзя.',
    en: 'It cannot go from {from} to {to}.',
  },
  VERSION_CONFLICT: {
    kk: 'Сіз оқығаннан кейін бұл жазба өзгерді. Қайта жүктеп, тағы көріңіз.',
    ru: 'С тех пор как вы это прочитали, запись изменилась. Загрузите её заново и повторите.',
    en: 'This has changed since you read it. Load it again and repeat.',
  },
} as const;
