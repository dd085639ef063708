import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What small grants say to people. */
export const grantMessages = {
  IDEMPOTENCY_KEY_REUSED: inputPhrases.IDEMPOTENCY_KEY_REUSED,
  GRANT_NOT_FOUND: {
    kk: 'Мұндай грант табылмады.',
    ru: 'Такой грант не найден.',
    en: 'There is no such grant.',
  },
  PROJECT_NOT_UNDER_WAY: {
    kk: 'Грант мақұлданған немесе жүріп жатқан жобаға ғана сұралады.',
    ru: 'Грант можно просить только для одобренного или идущего проекта.',
    en: 'A grant may be asked for while the project is approved or running.',
  },
} as const;

export const say = speaker(grantMessages);
