import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to people about identity documents. */
export const documentMessages = {
  ...inputPhrases,
  BLANK: {
    kk: 'Бос қалдырмаңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
  NUMBER_LENGTH: {
    kk: 'Құжат нөмірінде {minimum}–{maximum} таңба болады.',
    ru: 'В номере документа от {minimum} до {maximum} знаков.',
    en: 'A document number has {minimum} to {maximum} characters.',
  },
  NUMBER_CHARACTERS: {
    kk: 'Құжаттағыдай жазыңыз: тек A–Z әріптері мен цифрлар.',
    ru: 'Пишите как в документе: только латинские буквы A–Z и цифры.',
    en: 'Write it as in the document: letters A to Z and digits only.',
  },
  NOT_A_COUNTRY: {
    kk: 'Елдің екі әріптік кодын жазыңыз, мысалы KZ.',
    ru: 'Напишите код страны из двух букв, например KZ.',
    en: 'Write a country by its code of two letters, such as KZ.',
  },
  EXPIRED: {
    kk: 'Бұл құжаттың мерзімі өткен.',
    ru: 'Срок действия этого документа истёк.',
    en: 'This document has expired.',
  },
  NOT_AN_EDITION: {
    kk: 'Бұл форум кезеңінің идентификаторы емес.',
    ru: 'Это не идентификатор форума.',
    en: 'This is not the ID of an edition of the forum.',
  },
  DOCUMENT_NOT_FOUND: {
    kk: 'Мұндай құжат жоқ.',
    ru: 'Такого документа нет.',
    en: 'There is no such document.',
  },
  TOO_MANY_DOCUMENTS: {
    kk: 'Ең көбі {limit} құжат сақталады. Алдымен ескісін өшіріңіз.',
    ru: 'Хранится не больше {limit, plural, one {# документа} few {# документов} many {# документов} other {# документа}}. Сначала удалите старый.',
    en: 'At most {limit, plural, one {# document is} other {# documents are}} kept. Delete an old one first.',
  },
  EDITION_IS_OVER: {
    kk: 'Бұл форум аяқталды, оған құжат қажет емес.',
    ru: 'Этот форум завершён, документы для него больше не нужны.',
    en: 'This edition is over; no documents are kept for it any more.',
  },
} as const;

export const say = speaker(documentMessages);
