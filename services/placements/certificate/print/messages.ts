import { speaker } from '../../../shared/messages/messages.ts';

/** What is printed on certificates of service abroad, and on the page that verifies them. */
export const printMessages = {
  HEADING: { kk: 'Еріктінің сертификаты', ru: 'Сертификат волонтёра', en: 'Certificate of volunteer service' },
  OPENING: {
    kk: 'Осы сертификат шетелдегі еріктілік қызметін растайды:',
    ru: 'Настоящий сертификат подтверждает волонтёрскую службу за рубежом',
    en: 'This is to certify the volunteer service abroad of',
  },
  FULL: { kk: 'Қызмет толық өтелді', ru: 'Служба пройдена полностью', en: 'Service was completed' },
  PARTIAL: {
    kk: 'Қызметтің бір бөлігі өтелді',
    ru: 'Пройдена часть службы',
    en: 'A part of the service was completed',
  },
  WITH: { kk: 'Қабылдаушы ұйым: {host}', ru: 'Принимающая организация: {host}', en: 'Host organisation: {host}' },
  NUMBER_AND_DATE: { kk: '№ {number}, {date}', ru: '№ {number} от {date}', en: 'No. {number}, {date}' },
  VERIFY: {
    kk: 'Құжаттың түпнұсқалығын QR-код немесе мына мекенжай арқылы тексеріңіз. Нөмірі: {number}',
    ru: 'Проверьте подлинность по QR-коду или по адресу ниже. Номер: {number}',
    en: 'Check that this is genuine by the QR code or at the address below. Number: {number}',
  },
  DEMO: {
    kk: 'КӨРСЕТІЛІМ: бұл құжат жарамсыз',
    ru: 'ДЕМОНСТРАЦИЯ: документ недействителен',
    en: 'DEMONSTRATION: not a valid document',
  },
  GENUINE: {
    kk: 'Сертификат түпнұсқа әрі жарамды',
    ru: 'Сертификат подлинный и действителен',
    en: 'Genuine and valid',
  },
  REVOKED: {
    kk: 'Сертификаттың күші жойылған',
    ru: 'Сертификат отозван и недействителен',
    en: 'Revoked: this certificate is not valid',
  },
  NOT_GENUINE: {
    kk: 'Мұндай сертификат жоқ. Нөмірін тексеріңіз.',
    ru: 'Такого сертификата нет. Проверьте номер.',
    en: 'There is no such certificate. Check the number.',
  },
  HOLDER: { kk: 'Иесі: {initials}', ru: 'Владелец: {initials}', en: 'Holder: {initials}' },
} as const;

export const print = speaker(printMessages);
