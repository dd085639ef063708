import { speaker } from '../messages/messages.ts';

/** What the journal says to people who give reasons. */
export const journalMessages = {
  REASON_TOO_SHORT: {
    kk: '{minimum, plural, =1 {Себебін жазыңыз.} one {Себебін кемінде # таңбамен жазыңыз.} other {Себебін кемінде # таңбамен жазыңыз.}}',
    ru: '{minimum, plural, =1 {Укажите причину.} one {Укажите причину: не меньше # символа.} few {Укажите причину: не меньше # символов.} many {Укажите причину: не меньше # символов.} other {Укажите причину: не меньше # символа.}}',
    en: '{minimum, plural, =1 {Give a reason.} one {Give a reason of at least # character.} other {Give a reason of at least # characters.}}',
  },
  REASON_TOO_LONG: {
    kk: 'Ең көбі {maximum} таңба.',
    ru: 'Не больше {maximum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'At most {maximum, plural, one {# character} other {# characters}}.',
  },
  CONTROL_CHARACTER: {
    kk: 'Бір жолға, басқару таңбаларынсыз жазыңыз.',
    ru: 'Пишите в одну строку, без управляющих символов.',
    en: 'Write one line, without control characters.',
  },
} as const;

export const say = speaker(journalMessages);
