import { namedId } from '../../shared/ids.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { NetworkSector } from '../sector/sector.rules.ts';

interface DemoOrganisation {
  readonly id: string;
  readonly name: Texts;
  readonly region: string;
  readonly sector: NetworkSector;
  /** Mailbox of the demonstration's person who acts for it. */
  readonly representative: string;
}

interface DemoProject {
  readonly id: string;
  readonly organisationId: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly region: string;
  readonly sector: NetworkSector;
  readonly status: 'APPROVED' | 'RUNNING' | 'CLOSED';
  /** First and last day, counted from the day the demonstration is brought. */
  readonly startsInDays: number;
  readonly endsInDays: number;
}

interface DemoDeed {
  readonly key: string;
  readonly by: string;
  readonly organisationId: string | null;
  readonly daysAgo: number;
  readonly region: string;
  readonly sector: NetworkSector;
  readonly participants: number;
  readonly place: string;
  readonly description: string;
  readonly status: 'APPROVED' | 'FILED';
}

const { SOCIAL, ENVIRONMENT, CULTURE, EDUCATION } = NetworkSector;

const helpers = namedId('organisation', 'demo/helpers');
const green = namedId('organisation', 'demo/green');

/** The ID of a person of the demonstration, by their mailbox. */
export function demoPersonId(mailbox: string): string {
  return namedId('person', `${mailbox}@demo.erikti.example`);
}

/** Two invented organisations. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    id: helpers,
    name: {
      kk: 'Қамқор көмек (үлгі ұйым)',
      ru: 'Добрая помощь (пример организации)',
      en: 'Kind Help (an example organisation)',
    },
    region: 'KZ-71',
    sector: SOCIAL,
    representative: 'participant',
  },
  {
    id: green,
    name: {
      kk: 'Жасыл дала (үлгі ұйым)',
      ru: 'Зелёная степь (пример организации)',
      en: 'Green Steppe (an example organisation)',
    },
    region: 'KZ-75',
    sector: ENVIRONMENT,
    representative: 'desk',
  },
];

export const visitsId = namedId('project', 'demo/visits');

/** Three invented projects: one runs, one may start, one has ended. */
export const demoProjects: readonly DemoProject[] = [
  {
    id: visitsId,
    organisationId: helpers,
    title: { kk: 'Қарттарға апталық қонақ', ru: 'Еженедельные визиты к пожилым', en: 'Weekly visits to older people' },
    description: {
      kk: 'Жалғызбасты қарттарға барып, үй шаруасына көмектесеміз.',
      ru: 'Навещаем одиноких пожилых людей и помогаем по дому.',
      en: 'We visit older people who live alone and help in the house.',
    },
    region: 'KZ-71',
    sector: SOCIAL,
    status: 'RUNNING',
    startsInDays: -60,
    endsInDays: 120,
  },
  {
    id: namedId('project', 'demo/tutors'),
    organisationId: helpers,
    title: { kk: 'Оқушыларға тәлімгер', ru: 'Наставники для школьников', en: 'Tutors for pupils' },
    description: {
      kk: 'Сабақтан кейін оқушыларға математика мен тілден көмек.',
      ru: 'Помогаем школьникам с математикой и языками после уроков.',
      en: 'We help pupils with mathematics and languages after school.',
    },
    region: 'KZ-11',
    sector: EDUCATION,
    status: 'APPROVED',
    startsInDays: 14,
    endsInDays: 200,
  },
  {
    id: namedId('project', 'demo/trees'),
    organisationId: green,
    title: { kk: 'Мың түп ағаш', ru: 'Тысяча деревьев', en: 'A thousand trees' },
    description: {
      kk: 'Қала маңындағы алқапқа ағаш отырғыздық.',
      ru: 'Посадили деревья на участке у города.',
      en: 'We planted trees on a plot by the city.',
    },
    region: 'KZ-75',
    sector: ENVIRONMENT,
    status: 'CLOSED',
    startsInDays: -150,
    endsInDays: -90,
  },
];

export const treesId = namedId('project', 'demo/trees');

/** Invented deeds of invented people. */
export const demoDeeds: readonly DemoDeed[] = [
  {
    key: 'shore',
    by: 'desk',
    organisationId: green,
    daysAgo: 20,
    region: 'KZ-75',
    sector: ENVIRONMENT,
    participants: 24,
    place: 'Үлкен Алматы өзенінің жағасы',
    description: 'Өзен жағасын қоқыстан тазарттық.',
    status: 'APPROVED',
  },
  {
    key: 'yard',
    by: 'volunteer',
    organisationId: null,
    daysAgo: 12,
    region: 'KZ-71',
    sector: SOCIAL,
    participants: 3,
    place: 'Сарыарқа ауданы',
    description: 'Көрші қарияның ауласын реттедік.',
    status: 'APPROVED',
  },
  {
    key: 'museum',
    by: 'participant',
    organisationId: helpers,
    daysAgo: 6,
    region: 'KZ-61',
    sector: CULTURE,
    participants: 11,
    place: 'Түркістан',
    description: 'Музейдің қолжазбаларын сандық көшірмеге түсіруге көмектестік.',
    status: 'APPROVED',
  },
  {
    key: 'books',
    by: 'volunteer',
    organisationId: null,
    daysAgo: 2,
    region: 'KZ-11',
    sector: SOCIAL,
    participants: 5,
    place: 'Көкшетау',
    description: 'Ауыл кітапханасына кітап жинадық.',
    status: 'FILED',
  },
];
