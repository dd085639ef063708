import { namedId } from '../../shared/ids.ts';
import { LanguageLevel, type LanguageSkill } from '../../shared/language/language-skill.rules.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';

export interface DemoPerson {
  readonly id: string;
  readonly displayName: string;
  readonly native: PersonName;
  readonly latin: PersonName;
  readonly locale: string;
  readonly citizenship: string;
  readonly birthDate?: string;
  readonly languages?: readonly LanguageSkill[];
}

/** A demo person who can sign in, and what they stand for. */
export interface DemoAccount extends DemoPerson {
  readonly email: string;
  readonly role: string;
}

const DOMAIN = 'demo.erikti.example';

type Details = Pick<DemoPerson, 'birthDate' | 'languages'>;

function account(
  mailbox: string,
  role: string,
  locale: string,
  citizenship: string,
  native: PersonName,
  latin: PersonName,
  details: Details = {},
): DemoAccount {
  const email = `${mailbox}@${DOMAIN}`;
  const id = namedId('person', email);
  return { id, email, role, locale, citizenship, native, latin, displayName: inFull(native), ...details };
}

function head(citizenship: string, locale: string, native: PersonName, latin: PersonName): DemoPerson {
  const id = namedId('person', `demo/head.${citizenship.toLowerCase()}`);
  return { id, locale, citizenship, native, latin, displayName: inFull(native) };
}

function inFull({ given, family }: PersonName): string {
  return given === null ? family : `${given} ${family}`;
}

/** One person for each role of the portal. All of them are invented. */
export const demoAccounts: readonly DemoAccount[] = [
  account(
    'participant',
    'Participant',
    'kk',
    'KZ',
    { given: 'Мадина', family: 'Оспанова' },
    { given: 'Madina', family: 'Ospanova' },
    {
      birthDate: '2004-05-17',
      languages: [
        { language: 'kk', level: LanguageLevel.NATIVE },
        { language: 'ru', level: LanguageLevel.C1 },
        { language: 'en', level: LanguageLevel.B2 },
      ],
    },
  ),
  account(
    'volunteer',
    'Volunteer',
    'kk',
    'KZ',
    { given: 'Данияр', family: 'Әбдіров' },
    { given: 'Daniyar', family: 'Abdirov' },
    {
      birthDate: '1974-11-02',
      languages: [
        { language: 'kk', level: LanguageLevel.NATIVE },
        { language: 'en', level: LanguageLevel.C1 },
        { language: 'sw', level: LanguageLevel.A2 },
      ],
    },
  ),
  account(
    'focal-point.kg',
    'Focal point of Kyrgyzstan',
    'ru',
    'KG',
    { given: 'Айбек', family: 'Сыдыков' },
    { given: 'Aibek', family: 'Sydykov' },
  ),
  account(
    'accreditation',
    'Accreditation officer',
    'kk',
    'KZ',
    { given: 'Сәуле', family: 'Нұрланова' },
    { given: 'Saule', family: 'Nurlanova' },
  ),
  account(
    'desk',
    'Registration desk',
    'ru',
    'KZ',
    { given: 'Тимур', family: 'Ким' },
    { given: 'Timur', family: 'Kim' },
  ),
  account(
    'host.ke',
    'Host officer in Kenya',
    'en',
    'KE',
    { given: 'Wanjiku', family: 'Kamau' },
    { given: 'Wanjiku', family: 'Kamau' },
  ),
  account(
    'partner.ke',
    'Partner country Kenya',
    'en',
    'KE',
    { given: 'Otieno', family: 'Odhiambo' },
    { given: 'Otieno', family: 'Odhiambo' },
  ),
  account(
    'placements',
    'Placement officer',
    'ru',
    'KZ',
    { given: 'Ольга', family: 'Лебедева', patronymic: 'Сергеевна' },
    { given: 'Olga', family: 'Lebedeva' },
  ),
  account(
    'admin',
    'Administrator',
    'kk',
    'KZ',
    { given: 'Ерлан', family: 'Мұқанов' },
    { given: 'Yerlan', family: 'Mukanov' },
  ),
];

/** Heads of the demonstration's ten delegations. They are named in public and do not sign in. All of them are invented. */
export const demoHeads: readonly DemoPerson[] = [
  head('AM', 'hy', { given: 'Արմեն', family: 'Հակոբյան' }, { given: 'Armen', family: 'Hakobyan' }),
  head('AZ', 'az', { given: 'Leyla', family: 'Məmmədova' }, { given: 'Leyla', family: 'Mammadova' }),
  head('BY', 'be', { given: 'Алена', family: 'Кавалёва' }, { given: 'Alena', family: 'Kavaliova' }),
  head('KG', 'ky', { given: 'Нургүл', family: 'Асанова' }, { given: 'Nurgul', family: 'Asanova' }),
  head('KZ', 'kk', { given: 'Айгерім', family: 'Жұмабаева' }, { given: 'Aigerim', family: 'Zhumabayeva' }),
  head('MD', 'ro', { given: 'Ion', family: 'Țurcanu' }, { given: 'Ion', family: 'Turcanu' }),
  head(
    'RU',
    'ru',
    { given: 'Анна', family: 'Соколова', patronymic: 'Игоревна' },
    { given: 'Anna', family: 'Sokolova' },
  ),
  head('TJ', 'tg', { given: 'Фирӯз', family: 'Раҳимов' }, { given: 'Firuz', family: 'Rahimov' }),
  head('TM', 'tk', { given: 'Maral', family: 'Durdyýewa' }, { given: 'Maral', family: 'Durdyyeva' }),
  head('UZ', 'uz', { given: 'Gulnora', family: 'Yoʻldosheva' }, { given: 'Gulnora', family: 'Yuldosheva' }),
];

function abroad(place: number, locale: string, native: PersonName, latin: PersonName, birthDate: string): DemoPerson {
  const id = namedId('person', `demo/volunteer.${place}`);
  return { id, locale, citizenship: 'KZ', native, latin, displayName: inFull(native), birthDate };
}

/** The demonstration's seven volunteers abroad. They do not sign in. All of them are invented. */
export const demoVolunteers: readonly DemoPerson[] = [
  abroad(1, 'kk', { given: 'Әсем', family: 'Қалиева' }, { given: 'Assem', family: 'Kaliyeva' }, '1996-03-14'),
  abroad(2, 'kk', { given: 'Нұрлан', family: 'Бекенов' }, { given: 'Nurlan', family: 'Bekenov' }, '1991-08-02'),
  abroad(3, 'ru', { given: 'Виктория', family: 'Пак' }, { given: 'Viktoriya', family: 'Pak' }, '1998-12-21'),
  abroad(4, 'kk', { given: 'Гүлнар', family: 'Өтегенова' }, { given: 'Gulnar', family: 'Utegenova' }, '1985-05-09'),
  abroad(5, 'ru', { given: 'Руслан', family: 'Ахметов' }, { given: 'Ruslan', family: 'Akhmetov' }, '1994-01-30'),
  abroad(6, 'kk', { given: 'Жансая', family: 'Төлегенова' }, { given: 'Zhansaya', family: 'Tolegenova' }, '1999-07-17'),
  abroad(7, 'ru', { given: 'Елена', family: 'Шевченко' }, { given: 'Yelena', family: 'Shevchenko' }, '1990-10-05'),
];
