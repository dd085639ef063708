import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What campaigns and deeds say to people. */
export const campaignMessages = {
  IDEMPOTENCY_KEY_REUSED: inputPhrases.IDEMPOTENCY_KEY_REUSED,
  CAMPAIGN_NOT_FOUND: {
    kk: 'Мұндай науқан жоқ.',
    ru: 'Такой кампании нет.',
    en: 'There is no such campaign.',
  },
  DEED_NOT_FOUND: {
    kk: 'Мұндай игі іс табылмады.',
    ru: 'Такое доброе дело не найдено.',
    en: 'There is no such deed.',
  },
} as const;

export const say = speaker(campaignMessages);
