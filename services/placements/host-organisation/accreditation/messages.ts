import { speaker } from '../../../shared/messages/messages.ts';

/** What the accreditation of hosts says to those who run placements. */
export const hostMessages = {
  HOST_ORGANISATION_NOT_FOUND: {
    kk: 'Мұндай қабылдаушы ұйым жоқ.',
    ru: 'Такой принимающей организации нет.',
    en: 'There is no such host organisation.',
  },
} as const;

export const say = speaker(hostMessages);
