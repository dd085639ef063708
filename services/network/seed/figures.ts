import { namedId } from '../../shared/ids.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { ImpactUnit } from '../impact-figure/definition/figure-definition.rules.ts';
import { ImpactQualifier } from '../impact-figure/impact-figure.rules.ts';
import { article } from './article.ts';

export interface KnownDefinition {
  readonly key: string;
  readonly unit: ImpactUnit;
  readonly label: Texts;
}

export interface KnownFigure {
  readonly key: string;
  readonly year: number;
  readonly value: number;
  readonly qualifier: ImpactQualifier;
  readonly from: string;
  readonly until: string;
  readonly note?: Texts;
}

const { EXACT, ABOUT, MORE_THAN } = ImpactQualifier;
const { PEOPLE, ORGANISATIONS, EVENTS, DEEDS, PROJECTS, GRANTS, MEETINGS, OFFICES, STATES } = ImpactUnit;
const YEAR_2025 = { year: 2025, from: '2025-01-01', until: '2025-12-31' } as const;

const PERIOD_NOT_NAMED: Texts = {
  kk: 'Дереккөз кезеңді атамайды; 2025 жыл мәтін мағынасынан алынды.',
  ru: 'Источник не называет период; 2025 год взят по смыслу текста.',
  en: 'The source names no period; that it is 2025 follows from the text around it.',
};
const HELD_ON_PUBLICATION: Texts = {
  kk: 'Дереккөз мұны жарияланған күнгі жағдай ретінде айтады.',
  ru: 'Источник говорит об этом как о положении на день публикации.',
  en: 'The source tells of this as it stands on the day of publication.',
};

const CAME_CLOSE: Texts = {
  kk: 'Дереккөз «жуықтады» дейді: сан 300 мыңға жақындаған, бірақ жеткені айтылмайды.',
  ru: 'В источнике сказано «приблизилось»: что число достигло 300 тысяч, не говорится.',
  en: 'The source says that it came close to 300 thousand, not that it reached it.',
};

/** What the network's figures tell of, in the order they are listed. */
export const definitions: readonly KnownDefinition[] = [
  define('VOLUNTEERS', PEOPLE, 'Еріктілер', 'Волонтёры', 'Volunteers'),
  define('SILVER_VOLUNTEERS', PEOPLE, '«Күміс» волонтерлер', '«Серебряные» волонтёры', 'Silver volunteers'),
  define('ORGANISATIONS', ORGANISATIONS, 'Волонтерлік ұйымдар', 'Волонтёрские организации', 'Volunteer organisations'),
  define(
    'EVENTS',
    EVENTS,
    'Еріктілер қатысқан іс-шаралар',
    'Мероприятия с участием волонтёров',
    'Events with volunteers taking part',
  ),
  define(
    'MARATHON_OF_GOOD_DEEDS_DEEDS',
    DEEDS,
    '«Игі істер марафоны»: игі істер',
    '«Марафон добрых дел»: добрые дела',
    'Marathon of Good Deeds: deeds',
  ),
  define(
    'MARATHON_OF_GOOD_DEEDS_PARTICIPANTS',
    PEOPLE,
    '«Игі істер марафоны»: қатысушылар',
    '«Марафон добрых дел»: участники',
    'Marathon of Good Deeds: participants',
  ),
  define('PROJECTS', PROJECTS, 'Іске асқан волонтерлік жобалар', 'Осуществлённые проекты', 'Projects carried out'),
  define('SMALL_GRANTS', GRANTS, 'Шағын гранттар', 'Малые гранты', 'Small grants'),
  define(
    'TARGET_GROUP_MEETINGS',
    MEETINGS,
    'Мақсатты топтардың кездесулері',
    'Встречи целевых групп',
    'Meetings of target groups',
  ),
  define(
    'VOLUNTEERS_ABROAD_FULLY_FUNDED',
    PEOPLE,
    'Толық қаржыландырумен шетелге барған еріктілер',
    'Волонтёры за рубежом на полном финансировании',
    'Volunteers abroad on full funding',
  ),
  define('NATIONAL_FRONT_OFFICES', OFFICES, 'Ұлттық фронт-кеңсе', 'Национальный фронт-офис', 'National front office'),
  define(
    'REGIONAL_FRONT_OFFICES',
    OFFICES,
    'Өңірлік фронт-кеңселер',
    'Региональные фронт-офисы',
    'Regional front offices',
  ),
  define(
    'CO_SPONSORING_STATES',
    STATES,
    'Халықаралық волонтерлер жылының тең авторлары',
    'Соавторы Международного года волонтёров',
    'States that co-sponsored the International Volunteer Year',
  ),
];

/** Every figure of the article, as it says it; all are as of the day it was published. */
export const figures: readonly KnownFigure[] = [
  { ...YEAR_2025, key: 'VOLUNTEERS', value: 300_000, qualifier: ABOUT, note: CAME_CLOSE },
  { ...YEAR_2025, key: 'SILVER_VOLUNTEERS', value: 6_000, qualifier: EXACT },
  { ...YEAR_2025, key: 'ORGANISATIONS', value: 810, qualifier: MORE_THAN },
  { ...YEAR_2025, key: 'EVENTS', value: 27_000, qualifier: MORE_THAN, until: '2025-06-30' },
  {
    ...YEAR_2025,
    key: 'MARATHON_OF_GOOD_DEEDS_DEEDS',
    value: 9_000,
    qualifier: MORE_THAN,
    note: PERIOD_NOT_NAMED,
  },
  {
    ...YEAR_2025,
    key: 'MARATHON_OF_GOOD_DEEDS_PARTICIPANTS',
    value: 40_000,
    qualifier: EXACT,
    note: PERIOD_NOT_NAMED,
  },
  { ...YEAR_2025, key: 'PROJECTS', value: 56, qualifier: EXACT },
  { ...YEAR_2025, key: 'SMALL_GRANTS', value: 60, qualifier: EXACT },
  {
    ...YEAR_2025,
    key: 'TARGET_GROUP_MEETINGS',
    value: 10,
    qualifier: EXACT,
    note: {
      kk: 'Дереккөз кезеңді атамайды; «10» сөз тіркесінде топтарға да, кездесулерге де қатысты болуы мүмкін.',
      ru: 'Источник не называет период; «10» в нём может относиться и к группам, и к встречам.',
      en: 'The source names no period; its ten may count the groups or the meetings.',
    },
  },
  { ...YEAR_2025, key: 'VOLUNTEERS_ABROAD_FULLY_FUNDED', value: 7, qualifier: EXACT },
  { ...YEAR_2025, key: 'NATIONAL_FRONT_OFFICES', value: 1, qualifier: EXACT, note: HELD_ON_PUBLICATION },
  { ...YEAR_2025, key: 'REGIONAL_FRONT_OFFICES', value: 20, qualifier: EXACT, note: HELD_ON_PUBLICATION },
  {
    key: 'CO_SPONSORING_STATES',
    year: 2026,
    value: 54,
    qualifier: EXACT,
    from: article.publishedOn,
    until: article.publishedOn,
    note: HELD_ON_PUBLICATION,
  },
];

/** The ID of a figure that the portal begins with. */
export function figureId({ key, year }: Pick<KnownFigure, 'key' | 'year'>): string {
  return namedId('impact_figure', `${year}/${key}`);
}

function define(key: string, unit: ImpactUnit, kk: string, ru: string, en: string): KnownDefinition {
  return { key, unit, label: { kk, ru, en } };
}
