import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What data exports and erasure say to people. */
export const privacyMessages = {
  ...inputPhrases,
  PERSON_NOT_FOUND: {
    kk: 'Мұндай адам жоқ.',
    ru: 'Такого человека нет.',
    en: 'There is no such person.',
  },
  LAST_ADMINISTRATOR: {
    kk: 'Бұл — порталдың соңғы әкімшісі. Алдымен басқа біреуді әкімші етіп тағайындаңыз.',
    ru: 'Это последний администратор портала. Сначала назначьте администратором кого-то ещё.',
    en: 'This is the last administrator of the portal. Make somebody else an administrator first.',
  },
  ERASURE_UNDER_WAY: {
    kk: 'Деректеріңіз жойылып жатыр, сондықтан енді жүктеп алу мүмкін емес.',
    ru: 'Ваши данные удаляются, поэтому выгрузить их уже нельзя.',
    en: 'Your data is being erased, so it cannot be exported any more.',
  },
  CONTROL_CHARACTER: {
    kk: 'Бір жолға, басқару таңбаларынсыз жазыңыз.',
    ru: 'Пишите в одну строку, без управляющих символов.',
    en: 'Write one line, without control characters.',
  },
  OFFICIAL_LIST: {
    kk: 'Делегацияның ресми тізіміндегі жазба есімсіз сақталады: тізімді тек мемлекеттің өзі өзгерте алады.',
    ru: 'Запись в официальном списке делегации сохраняется без имени: изменить список может только само государство.',
    en: 'The entry on the official list of a delegation stays, without the name: only the state may change its list.',
  },
  SERVICE_ABROAD: {
    kk: 'Шетелдегі қызмет туралы жазба есімсіз сақталады: қызмет аяқталғанша және одан кейін бір жыл.',
    ru: 'Запись о службе за рубежом сохраняется без имени: до её конца и ещё год.',
    en: 'The record of service abroad stays, without the name: until the service ends and for a year after.',
  },
} as const;

export const say = speaker(privacyMessages);
