interface DemoSession {
  readonly title: { readonly kk: string; readonly ru: string; readonly en: string };
  /** Day of the forum, 1 first, and wall-clock times in its zone. */
  readonly day: number;
  readonly from: string;
  readonly until: string;
  readonly room: string;
  readonly seats: number;
  readonly floor: readonly string[];
  readonly interpreted: readonly string[];
}

const MAIN_HALL = 'A';
const SEMINAR = 'B';
const WORKSHOP = 'C';

/** The rooms, and how many people each holds. */
export const demoRooms = [
  { name: MAIN_HALL, capacity: 400 },
  { name: SEMINAR, capacity: 60 },
  { name: WORKSHOP, capacity: 20 },
] as const;

/** The demonstration's programme: eleven sessions in three rooms, some small enough to fill. */
export const demoSessions: readonly DemoSession[] = [
  {
    title: { kk: 'Форумның ашылуы', ru: 'Открытие форума', en: 'Opening of the forum' },
    day: 1,
    from: '09:00',
    until: '10:30',
    room: MAIN_HALL,
    seats: 400,
    floor: ['kk', 'ru'],
    interpreted: ['en'],
  },
  {
    title: {
      kk: 'Халықаралық волонтерлер жылы: не істелді',
      ru: 'Международный год волонтёров: что сделано',
      en: 'The International Volunteer Year: what has been done',
    },
    day: 1,
    from: '11:00',
    until: '12:30',
    room: MAIN_HALL,
    seats: 400,
    floor: ['ru'],
    interpreted: ['kk', 'en'],
  },
  {
    title: {
      kk: '«Күміс» волонтерлер тәжірибесі',
      ru: 'Опыт «серебряных» волонтёров',
      en: 'What silver volunteers know',
    },
    day: 1,
    from: '11:00',
    until: '12:30',
    room: SEMINAR,
    seats: 60,
    floor: ['ru'],
    interpreted: ['kk'],
  },
  {
    title: {
      kk: 'Шетелдегі волонтер: Кения, Түркия, Таиланд',
      ru: 'Волонтёр за рубежом: Кения, Турция, Таиланд',
      en: 'Volunteering abroad: Kenya, Türkiye, Thailand',
    },
    day: 1,
    from: '14:00',
    until: '15:30',
    room: MAIN_HALL,
    seats: 400,
    floor: ['en'],
    interpreted: ['kk', 'ru'],
  },
  {
    title: {
      kk: 'Шағын грантқа өтінім жазу',
      ru: 'Как написать заявку на малый грант',
      en: 'Writing an application for a small grant',
    },
    day: 1,
    from: '14:00',
    until: '15:30',
    room: WORKSHOP,
    seats: 20,
    floor: ['kk'],
    interpreted: [],
  },
  {
    title: {
      kk: 'Іздеу-құтқару: еріктілер мен қызметтер',
      ru: 'Поиск и спасение: волонтёры и службы',
      en: 'Search and rescue: volunteers and services',
    },
    day: 1,
    from: '16:00',
    until: '17:30',
    room: SEMINAR,
    seats: 60,
    floor: ['ru'],
    interpreted: ['en'],
  },
  {
    title: {
      kk: 'Балалар үйлеріндегі көмек: қауіпсіздік ережелері',
      ru: 'Помощь в детских домах: правила безопасности',
      en: "Helping in children's homes: safeguarding",
    },
    day: 2,
    from: '09:30',
    until: '11:00',
    room: WORKSHOP,
    seats: 20,
    floor: ['ru'],
    interpreted: [],
  },
  {
    title: {
      kk: 'Экологиялық волонтерлік',
      ru: 'Экологическое волонтёрство',
      en: 'Volunteering for the environment',
    },
    day: 2,
    from: '09:30',
    until: '11:00',
    room: SEMINAR,
    seats: 60,
    floor: ['kk', 'ru'],
    interpreted: [],
  },
  {
    title: {
      kk: 'Волонтерлік сағатты есепке алу',
      ru: 'Учёт волонтёрских часов',
      en: 'Counting volunteer hours',
    },
    day: 2,
    from: '11:30',
    until: '13:00',
    room: WORKSHOP,
    seats: 20,
    floor: ['ru'],
    interpreted: [],
  },
  {
    title: {
      kk: 'Достастық елдерінің бірлескен жобалары',
      ru: 'Совместные проекты стран Содружества',
      en: "Joint projects of the Commonwealth's countries",
    },
    day: 2,
    from: '14:00',
    until: '15:30',
    room: MAIN_HALL,
    seats: 400,
    floor: ['ru'],
    interpreted: ['kk', 'en'],
  },
  {
    title: { kk: 'Форумның жабылуы', ru: 'Закрытие форума', en: 'Closing of the forum' },
    day: 2,
    from: '16:30',
    until: '18:00',
    room: MAIN_HALL,
    seats: 400,
    floor: ['kk', 'ru'],
    interpreted: ['en'],
  },
];
