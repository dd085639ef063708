import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What granting and revoking says to people. */
export const accessMessages = {
  ...inputPhrases,
  PERSON_NOT_FOUND: {
    kk: 'Бұл мекенжаймен әлі ешкім кірген жоқ. Адам алдымен бір рет кірсін.',
    ru: 'С этим адресом ещё никто не входил. Пусть человек сначала войдёт один раз.',
    en: 'Nobody has signed in with this address yet. Ask the person to sign in once.',
  },
  WRONG_SCOPE: {
    kk: 'Бұл рөл басқа нысанға беріледі: {expected}.',
    ru: 'Эта роль даётся на другой объект: {expected}.',
    en: 'This role is held over something else: {expected}.',
  },
  GRANT_TO_ONESELF: {
    kk: 'Өзіңізге рөл бере алмайсыз. Басқа әкімшіден сұраңыз.',
    ru: 'Нельзя дать роль самому себе. Попросите другого администратора.',
    en: 'You cannot grant a role to yourself. Ask another administrator.',
  },
  ALREADY_ENDED: {
    kk: 'Мерзімі өткен. Болашақтағы уақытты көрсетіңіз.',
    ru: 'Срок уже прошёл. Укажите время в будущем.',
    en: 'This has ended already. Give a time in the future.',
  },
  GRANT_NOT_FOUND: {
    kk: 'Мұндай рұқсат жоқ.',
    ru: 'Такого разрешения нет.',
    en: 'There is no such grant.',
  },
  CLIENT_NAME_BLANK: {
    kk: 'Жүйенің атын жазыңыз.',
    ru: 'Назовите систему.',
    en: 'Give the system a name.',
  },
  CLIENT_NAME_TOO_LONG: {
    kk: 'Ең көбі {maximum} таңба.',
    ru: 'Не больше {maximum, plural, one {# символа} few {# символов} many {# символов} other {# символа}}.',
    en: 'At most {maximum, plural, one {# character} other {# characters}}.',
  },
  API_CLIENT_NOT_FOUND: {
    kk: 'Мұндай жүйе тіркелмеген.',
    ru: 'Такая система не зарегистрирована.',
    en: 'There is no such API client.',
  },
} as const;

export const say = speaker(accessMessages);
