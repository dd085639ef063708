import { speaker } from '../messages/messages.ts';

/** What is said of files with lists of people. */
export const fileMessages = {
  NOT_BASE64: {
    kk: 'Файлдың байттарын base64 түрінде жіберіңіз.',
    ru: 'Передайте байты файла в base64.',
    en: 'Send the bytes of the file in base64.',
  },
  FILE_TOO_LARGE: {
    kk: 'Файл тым үлкен: ең көбі {maximum} байт. Тізімді бөліңіз.',
    ru: 'Файл слишком велик: не больше {maximum} байт. Разделите список.',
    en: 'The file is too large: at most {maximum} bytes. Split the list.',
  },
  FILE_EMPTY: {
    kk: 'Файл бос.',
    ru: 'Файл пуст.',
    en: 'The file is empty.',
  },
  UTF_16: {
    kk: 'Файл UTF-16 кодтауында. Оны «CSV UTF-8» түрінде сақтаңыз.',
    ru: 'Файл в кодировке UTF-16. Сохраните его как «CSV UTF-8».',
    en: 'The file is in UTF-16. Save it as “CSV UTF-8”.',
  },
  SPREADSHEET: {
    kk: 'Бұл кесте файлы. Оны «CSV UTF-8» түрінде сақтап, сол файлды жіберіңіз.',
    ru: 'Это файл электронной таблицы. Сохраните его как «CSV UTF-8» и передайте тот файл.',
    en: 'This is a spreadsheet. Save it as “CSV UTF-8”, and send that file.',
  },
  NOT_TEXT: {
    kk: 'Бұл мәтіндік файл емес. Тізімді «CSV UTF-8» түрінде сақтаңыз.',
    ru: 'Это не текстовый файл. Сохраните список как «CSV UTF-8».',
    en: 'This is no text file. Save the list as “CSV UTF-8”.',
  },
  BROKEN_CSV: {
    kk: 'Файл {row}-жолдан бері оқылмайды: тырнақшаларды тексеріңіз.',
    ru: 'Файл не читается на строке {row}: проверьте кавычки.',
    en: 'The file cannot be read at line {row}: check the quotes.',
  },
  MISSING_COLUMN: {
    kk: '«{header}» бағаны жоқ.',
    ru: 'Нет столбца «{header}».',
    en: 'There is no column “{header}”.',
  },
  UNKNOWN_COLUMN: {
    kk: 'Портал бұл бағанды білмейді. Атын өзгертіңіз немесе бағанды алып тастаңыз.',
    ru: 'Портал не знает такого столбца. Переименуйте его или уберите.',
    en: 'The portal does not know this column. Rename it, or take it out.',
  },
  REPEATED_COLUMN: {
    kk: 'Бұл баған екі рет кездеседі.',
    ru: 'Этот столбец есть дважды.',
    en: 'This column is there twice.',
  },
  NO_ROWS: {
    kk: 'Файлда бағандардың аттарынан басқа ештеңе жоқ.',
    ru: 'В файле нет ничего, кроме названий столбцов.',
    en: 'The file holds nothing but the names of its columns.',
  },
  TOO_MANY_ROWS: {
    kk: 'Бір файлда ең көбі {maximum} адам. Тізімді бөліңіз.',
    ru: 'В одном файле не больше {maximum, plural, one {# человека} few {# человек} many {# человек} other {# человека}}. Разделите список.',
    en: 'A file holds at most {maximum, plural, one {# person} other {# people}}. Split the list.',
  },
} as const;

export const say = speaker(fileMessages);
