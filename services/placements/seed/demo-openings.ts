import { Sector } from '../opening/opening.rules.ts';
import type { DemoTerm } from './demo-calendar.rules.ts';

interface DemoOpening extends Omit<DemoTerm, 'timeZone'> {
  /** Tells it from the host's other openings. */
  readonly key: string;
  readonly title: { readonly kk: string; readonly ru: string; readonly en: string };
  readonly sector: Sector;
  readonly city: string;
  readonly positions: number;
}

interface DemoHost {
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly openings: readonly DemoOpening[];
}

const { ELDERLY_CARE, CHILDREN, RESCUE, TEACHING, ENVIRONMENT, CULTURE } = Sector;

/** The demonstration's hosts, invented, one a country, with four openings each. */
export const demoHosts: readonly DemoHost[] = [
  {
    name: 'Example Community Centre, Nairobi',
    country: 'KE',
    timeZone: 'Africa/Nairobi',
    openings: [
      {
        key: 'children',
        title: {
          kk: 'Балалар үйінің тәрбиешілеріне көмек',
          ru: 'Помощь воспитателям детского дома',
          en: "Helping the carers of a children's home",
        },
        sector: CHILDREN,
        city: 'Nairobi',
        positions: 2,
        deadlineInDays: 21,
        months: 6,
      },
      {
        key: 'elderly-care',
        title: {
          kk: 'Күндізгі орталықта қарттарға күтім жасау',
          ru: 'Уход за пожилыми людьми в дневном центре',
          en: 'Caring for older people at a day centre',
        },
        sector: ELDERLY_CARE,
        city: 'Nairobi',
        positions: 2,
        deadlineInDays: 28,
        months: 6,
      },
      {
        key: 'teaching',
        title: {
          kk: 'Мектепте ағылшын тілі мен математикадан сабақ беру',
          ru: 'Преподавание английского языка и математики в школе',
          en: 'Teaching English and mathematics at a school',
        },
        sector: TEACHING,
        city: 'Kisumu',
        positions: 3,
        deadlineInDays: 35,
        months: 9,
      },
      {
        key: 'environment',
        title: {
          kk: 'Мангр ормандарын қалпына келтіру',
          ru: 'Восстановление мангровых лесов',
          en: 'Restoring mangrove forests',
        },
        sector: ENVIRONMENT,
        city: 'Mombasa',
        positions: 4,
        deadlineInDays: 49,
        months: 3,
      },
    ],
  },
  {
    name: 'Example Solidarity House, Ankara',
    country: 'TR',
    timeZone: 'Europe/Istanbul',
    openings: [
      {
        key: 'elderly-care',
        title: {
          kk: 'Қарттар үйінің тұрғындарына көмек',
          ru: 'Помощь жителям дома для пожилых',
          en: 'Helping the residents of a home for older people',
        },
        sector: ELDERLY_CARE,
        city: 'Ankara',
        positions: 2,
        deadlineInDays: 24,
        months: 6,
      },
      {
        key: 'rescue',
        title: {
          kk: 'Іздеу-құтқару жасағын қолдау тобы',
          ru: 'Группа поддержки поисково-спасательного отряда',
          en: 'Support team of a search and rescue unit',
        },
        sector: RESCUE,
        city: 'Izmir',
        positions: 3,
        deadlineInDays: 31,
        months: 12,
      },
      {
        key: 'children',
        title: {
          kk: 'Балалар үйіндегі спорт пен ойын сабақтары',
          ru: 'Спортивные и игровые занятия в детском доме',
          en: "Sports and games at a children's home",
        },
        sector: CHILDREN,
        city: 'Ankara',
        positions: 2,
        deadlineInDays: 42,
        months: 6,
      },
      {
        key: 'culture',
        title: {
          kk: 'Халық қолөнері шеберханаларын өткізу',
          ru: 'Проведение мастерских народных ремёсел',
          en: 'Running workshops of traditional crafts',
        },
        sector: CULTURE,
        city: 'Konya',
        positions: 1,
        deadlineInDays: 56,
        months: 3,
      },
    ],
  },
  {
    name: 'Example Learning Centre, Chiang Mai',
    country: 'TH',
    timeZone: 'Asia/Bangkok',
    openings: [
      {
        key: 'teaching',
        title: {
          kk: 'Ауыл мектебінде ағылшын тілі үйірмесін жүргізу',
          ru: 'Кружок английского языка в сельской школе',
          en: 'Leading an English club at a village school',
        },
        sector: TEACHING,
        city: 'Chiang Mai',
        positions: 2,
        deadlineInDays: 26,
        months: 9,
      },
      {
        key: 'rescue',
        title: {
          kk: 'Жағажай құтқарушыларына көмек',
          ru: 'Помощь спасателям на пляже',
          en: 'Assisting lifeguards on the beach',
        },
        sector: RESCUE,
        city: 'Phuket',
        positions: 2,
        deadlineInDays: 33,
        months: 6,
      },
      {
        key: 'environment',
        title: {
          kk: 'Теңіз жағалауы мен маржан рифтерін тазарту',
          ru: 'Очистка морского побережья и коралловых рифов',
          en: 'Cleaning the seashore and coral reefs',
        },
        sector: ENVIRONMENT,
        city: 'Krabi',
        positions: 4,
        deadlineInDays: 40,
        months: 3,
      },
      {
        key: 'culture',
        title: {
          kk: 'Музейге келушілерді қарсы алу және экскурсия жүргізу',
          ru: 'Встреча посетителей и экскурсии в музее',
          en: 'Welcoming visitors and guiding tours at a museum',
        },
        sector: CULTURE,
        city: 'Bangkok',
        positions: 1,
        deadlineInDays: 54,
        months: 6,
      },
    ],
  },
];
