import { namedId } from '../../shared/ids.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { NamedRegion } from '../region/region.rules.ts';

export interface KnownRegion extends NamedRegion {
  /** The name of its front office. */
  readonly office: Texts;
}

type Three = readonly [kk: string, ru: string, en: string];

/**
 * The seventeen regions and three cities of Kazakhstan. Codes: ISO 3166-2:KZ as of 2022, when Abai, Zhetisu and Ulytau
 * came in and letter codes went out. Names are the official ones in Kazakh and Russian, and those in common use in
 * English. What follows them is the name as "of the region" in Kazakh and Russian, for the name of its office, and what
 * else people call it.
 */
export const regions: readonly KnownRegion[] = [
  region(
    'KZ-10',
    ['Абай облысы', 'область Абай', 'Abai Region'],
    ['Абай облысының', 'области Абай'],
    ['Абайская область'],
  ),
  region(
    'KZ-11',
    ['Ақмола облысы', 'Акмолинская область', 'Akmola Region'],
    ['Ақмола облысының', 'Акмолинской области'],
  ),
  region(
    'KZ-15',
    ['Ақтөбе облысы', 'Актюбинская область', 'Aktobe Region'],
    ['Ақтөбе облысының', 'Актюбинской области'],
  ),
  region(
    'KZ-19',
    ['Алматы облысы', 'Алматинская область', 'Almaty Region'],
    ['Алматы облысының', 'Алматинской области'],
  ),
  region('KZ-23', ['Атырау облысы', 'Атырауская область', 'Atyrau Region'], ['Атырау облысының', 'Атырауской области']),
  region(
    'KZ-27',
    ['Батыс Қазақстан облысы', 'Западно-Казахстанская область', 'West Kazakhstan Region'],
    ['Батыс Қазақстан облысының', 'Западно-Казахстанской области'],
    ['БҚО', 'ЗКО', 'Западный Казахстан'],
  ),
  region(
    'KZ-31',
    ['Жамбыл облысы', 'Жамбылская область', 'Zhambyl Region'],
    ['Жамбыл облысының', 'Жамбылской области'],
  ),
  region(
    'KZ-33',
    ['Жетісу облысы', 'область Жетісу', 'Zhetisu Region'],
    ['Жетісу облысының', 'области Жетісу'],
    ['область Жетысу', 'Жетысуская область'],
  ),
  region(
    'KZ-35',
    ['Қарағанды облысы', 'Карагандинская область', 'Karaganda Region'],
    ['Қарағанды облысының', 'Карагандинской области'],
  ),
  region(
    'KZ-39',
    ['Қостанай облысы', 'Костанайская область', 'Kostanay Region'],
    ['Қостанай облысының', 'Костанайской области'],
    ['Кустанайская область'],
  ),
  region(
    'KZ-43',
    ['Қызылорда облысы', 'Кызылординская область', 'Kyzylorda Region'],
    ['Қызылорда облысының', 'Кызылординской области'],
    ['Кзыл-Орда'],
  ),
  region(
    'KZ-47',
    ['Маңғыстау облысы', 'Мангистауская область', 'Mangystau Region'],
    ['Маңғыстау облысының', 'Мангистауской области'],
  ),
  region(
    'KZ-55',
    ['Павлодар облысы', 'Павлодарская область', 'Pavlodar Region'],
    ['Павлодар облысының', 'Павлодарской области'],
  ),
  region(
    'KZ-59',
    ['Солтүстік Қазақстан облысы', 'Северо-Казахстанская область', 'North Kazakhstan Region'],
    ['Солтүстік Қазақстан облысының', 'Северо-Казахстанской области'],
    ['СҚО', 'СКО', 'Северный Казахстан'],
  ),
  region(
    'KZ-61',
    ['Түркістан облысы', 'Туркестанская область', 'Turkistan Region'],
    ['Түркістан облысының', 'Туркестанской области'],
    ['Туркестан', 'Turkestan Region'],
  ),
  region(
    'KZ-62',
    ['Ұлытау облысы', 'область Ұлытау', 'Ulytau Region'],
    ['Ұлытау облысының', 'области Ұлытау'],
    ['Улытауская область'],
  ),
  region(
    'KZ-63',
    ['Шығыс Қазақстан облысы', 'Восточно-Казахстанская область', 'East Kazakhstan Region'],
    ['Шығыс Қазақстан облысының', 'Восточно-Казахстанской области'],
    ['ШҚО', 'ВКО', 'Восточный Казахстан'],
  ),
  region('KZ-71', ['Астана', 'Астана', 'Astana'], ['Астана қаласының', 'города Астаны'], ['Нұр-Сұлтан', 'Nur-Sultan']),
  region('KZ-75', ['Алматы', 'Алматы', 'Almaty'], ['Алматы қаласының', 'города Алматы'], ['Алма-Ата']),
  region('KZ-79', ['Шымкент', 'Шымкент', 'Shymkent'], ['Шымкент қаласының', 'города Шымкента'], ['Чимкент']),
];

export const nationalOffice = {
  region: 'KZ-71',
  name: { kk: 'Ұлттық фронт-кеңсе', ru: 'Национальный фронт-офис', en: 'National front office' },
} as const;

/** The ID of the office of a region; of the national one where there is none. */
export function frontOfficeId(region: string | null): string {
  return namedId('front_office', region ?? 'national');
}

function region(
  code: string,
  [kk, ru, en]: Three,
  [kkOf, ruOf]: readonly [kk: string, ru: string],
  otherNames: readonly string[] = [],
): KnownRegion {
  return {
    code,
    names: { kk, ru, en },
    otherNames,
    office: { kk: `${kkOf} фронт-кеңсесі`, ru: `Фронт-офис ${ruOf}`, en: `Front office of ${en}` },
  };
}
