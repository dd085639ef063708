import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to people about certificates of service abroad. */
export const certificateMessages = {
  ...inputPhrases,
  CERTIFICATE_NOT_FOUND: {
    kk: 'Мұндай нөмірлі сертификат жоқ. Нөмірді тексеріңіз.',
    ru: 'Сертификата с таким номером нет. Проверьте номер.',
    en: 'There is no certificate with this number. Check the number.',
  },
} as const;

export const say = speaker(certificateMessages);
