import { namedId } from '../../shared/ids.ts';
import type { PersonName } from '../person/person.rules.ts';

export interface DemoPerson {
  readonly id: string;
  readonly displayName: string;
  readonly native: PersonName;
  readonly latin: PersonName;
  readonly locale: string;
}

/** A demo person who can sign in, and what they stand for. */
export interface DemoAccount extends DemoPerson {
  readonly email: string;
  readonly role: string;
}

const DOMAIN = 'demo.erikti.example';

function account(mailbox: string, role: string, locale: string, native: PersonName, latin: PersonName): DemoAccount {
  const email = `${mailbox}@${DOMAIN}`;
  return { id: namedId('person', email), email, role, locale, native, latin, displayName: inFull(native) };
}

function head(country: string, locale: string, native: PersonName, latin: PersonName): DemoPerson {
  const id = namedId('person', `demo/head.${country.toLowerCase()}`);
  return { id, locale, native, latin, displayName: inFull(native) };
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
    { given: 'Мадина', family: 'Оспанова' },
    { given: 'Madina', family: 'Ospanova' },
  ),
  account(
    'volunteer',
    'Volunteer',
    'kk',
    { given: 'Данияр', family: 'Әбдіров' },
    { given: 'Daniyar', family: 'Abdirov' },
  ),
  account(
    'focal-point.kg',
    'Focal point of Kyrgyzstan',
    'ru',
    { given: 'Айбек', family: 'Сыдыков' },
    { given: 'Aibek', family: 'Sydykov' },
  ),
  account(
    'accreditation',
    'Accreditation officer',
    'kk',
    { given: 'Сәуле', family: 'Нұрланова' },
    { given: 'Saule', family: 'Nurlanova' },
  ),
  account('desk', 'Registration desk', 'ru', { given: 'Тимур', family: 'Ким' }, { given: 'Timur', family: 'Kim' }),
  account(
    'host.ke',
    'Host officer in Kenya',
    'en',
    { given: 'Wanjiku', family: 'Kamau' },
    { given: 'Wanjiku', family: 'Kamau' },
  ),
  account(
    'partner.ke',
    'Partner country Kenya',
    'en',
    { given: 'Otieno', family: 'Odhiambo' },
    { given: 'Otieno', family: 'Odhiambo' },
  ),
  account(
    'placements',
    'Placement officer',
    'ru',
    { given: 'Ольга', family: 'Лебедева', patronymic: 'Сергеевна' },
    { given: 'Olga', family: 'Lebedeva' },
  ),
  account(
    'admin',
    'Administrator',
    'kk',
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
