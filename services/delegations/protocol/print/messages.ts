import { speaker } from '../../../shared/messages/messages.ts';

/** What lists of delegations say. */
export const listMessages = {
  LIST_HEADING: {
    kk: 'Делегациялар тізімі',
    ru: 'Список делегаций',
    en: 'List of delegations',
  },
  AS_OF: {
    kk: '{year} жылғы форум · {at} ({zone}) жағдайы бойынша',
    ru: 'Форум {year} года · по состоянию на {at} ({zone})',
    en: 'Forum {year} · as of {at} ({zone})',
  },
  NOBODY: {
    kk: 'Әзірге ешкім аталған жоқ.',
    ru: 'Пока никто не назван.',
    en: 'Nobody is named yet.',
  },
  ALTERNATE: {
    kk: 'алмастырушы',
    ru: 'запасной',
    en: 'alternate',
  },
  PARTY: {
    kk: '{word, select, HOST {қабылдаушы мемлекет} MEMBER {мүше} ASSOCIATE {қауымдасқан мүше} OBSERVER {бақылаушы} other {ұйым}}',
    ru: '{word, select, HOST {принимающее государство} MEMBER {член} ASSOCIATE {ассоциированный член} OBSERVER {наблюдатель} other {организация}}',
    en: '{word, select, HOST {host} MEMBER {member} ASSOCIATE {associate} OBSERVER {observer} other {organisation}}',
  },
  DELEGATION_STATE: {
    kk: '{word, select, INVITED {шақырылды} FOCAL_POINT_PENDING {байланыс тұлғасы тексерілуде} FOCAL_POINT_CONFIRMED {байланыс тұлғасы расталды} NOMINATING {құрамын енгізуде} SUBMITTED {құрамын тапсырды} CREDENTIALS_REVIEW {өкілеттіктері тексерілуде} ACCREDITED {аккредиттелді} PROVISIONALLY_ADMITTED {уақытша жіберілді} RETURNED {түзетуге қайтарылды} CLOSED {аяқталды} other {қатыспайды}}',
    ru: '{word, select, INVITED {приглашена} FOCAL_POINT_PENDING {координатор проверяется} FOCAL_POINT_CONFIRMED {координатор подтверждён} NOMINATING {вносит состав} SUBMITTED {передала состав} CREDENTIALS_REVIEW {полномочия проверяются} ACCREDITED {аккредитована} PROVISIONALLY_ADMITTED {допущена временно} RETURNED {возвращена на исправление} CLOSED {завершена} other {не участвует}}',
    en: '{word, select, INVITED {invited} FOCAL_POINT_PENDING {focal point being checked} FOCAL_POINT_CONFIRMED {focal point confirmed} NOMINATING {naming people} SUBMITTED {submitted} CREDENTIALS_REVIEW {credentials being checked} ACCREDITED {accredited} PROVISIONALLY_ADMITTED {provisionally admitted} RETURNED {returned} CLOSED {closed} other {not coming}}',
  },
  ROLE: {
    kk: '{word, select, HEAD {делегация басшысы} DEPUTY_HEAD {басшының орынбасары} DELEGATE {делегат} ADVISER {кеңесші} other {аудармашы}}',
    ru: '{word, select, HEAD {глава делегации} DEPUTY_HEAD {заместитель главы} DELEGATE {делегат} ADVISER {советник} other {переводчик}}',
    en: '{word, select, HEAD {head of delegation} DEPUTY_HEAD {deputy head} DELEGATE {delegate} ADVISER {adviser} other {interpreter}}',
  },
  MEMBER_STATE: {
    kk: '{word, select, NOMINATED {орын расталмаған} CLAIMING {орын сұратылды} CONFIRMED {орын бар} UNDER_REVIEW {өкілеттігі тексерілуде} PRE_APPROVED {алдын ала мақұлданды} APPROVED {өкілеттігі мақұлданды} ON_HOLD {кейінге қалдырылды} other {түзетуге қайтарылды}}',
    ru: '{word, select, NOMINATED {место не подтверждено} CLAIMING {место запрошено} CONFIRMED {место есть} UNDER_REVIEW {полномочия проверяются} PRE_APPROVED {предварительно одобрены} APPROVED {полномочия одобрены} ON_HOLD {отложены} other {возвращены}}',
    en: '{word, select, NOMINATED {seat not confirmed} CLAIMING {seat asked for} CONFIRMED {has a seat} UNDER_REVIEW {credentials being checked} PRE_APPROVED {pre-approved} APPROVED {credentials approved} ON_HOLD {on hold} other {returned}}',
  },
} as const;

export const print = speaker(listMessages);
