import { LanguageLevel } from '../../shared/language/language-skill.rules.ts';
import { ClearanceKind, ClearanceStage, type RequiredClearance } from '../clearance/clearance.rules.ts';
import { Sector } from '../opening/opening.rules.ts';
import {
  Education,
  type Entitlement,
  EntitlementKind,
  NO_REQUIREMENTS,
  type Requirements,
} from '../opening/terms.rules.ts';

/** ISO 4217, of the demonstration's budget and of all that its volunteers are given. */
export const DEMO_CURRENCY = 'USD';
/** In cents; enough for all positions of the demonstration. */
export const DEMO_BUDGET_MINOR = 60_000_000;

const ENGLISH = { language: 'en', level: LanguageLevel.B2 };
const ADULT: Requirements = { ...NO_REQUIREMENTS, minimumAge: 21, languages: [ENGLISH] };

/** Who may serve in the demonstration's openings, by country and key; some ask for much. */
export const demoRequirements: Readonly<Record<string, Requirements>> = {
  'KE/children': { ...ADULT, languages: [ENGLISH, { language: 'sw', level: LanguageLevel.A1 }] },
  'KE/elderly-care': { ...ADULT, minimumAge: 25 },
  'KE/teaching': { ...ADULT, education: Education.BACHELOR },
  'KE/environment': { ...NO_REQUIREMENTS, minimumAge: 18, languages: [{ language: 'en', level: LanguageLevel.B1 }] },
  'TR/elderly-care': ADULT,
  'TR/rescue': {
    ...NO_REQUIREMENTS,
    citizenships: ['KZ', 'KG'],
    minimumAge: 21,
    maximumAge: 35,
    languages: [{ language: 'tr', level: LanguageLevel.B1 }],
    skills: ['first-aid', 'climbing'],
  },
  'TR/children': ADULT,
  'TR/culture': { ...NO_REQUIREMENTS, minimumAge: 18, languages: [{ language: 'tr', level: LanguageLevel.A2 }] },
  'TH/teaching': { ...ADULT, languages: [{ language: 'en', level: LanguageLevel.C1 }] },
  'TH/rescue': { ...ADULT, maximumAge: 40, skills: ['first-aid', 'swimming'] },
  'TH/environment': { ...NO_REQUIREMENTS, minimumAge: 18 },
  'TH/culture': { ...ADULT, minimumAge: 18 },
};

/** What the demonstration's volunteers are given: a programme that carries the whole cost. */
export const demoEntitlements: readonly Entitlement[] = [
  inMoney(EntitlementKind.ENTRY_LUMP_SUM, 60_000, {
    kk: 'Келгенде және екі айдан кейін, екі бөлікпен төленеді.',
    ru: 'Двумя частями: по прибытии и через два месяца.',
    en: 'Paid in two parts, on arrival and after two months.',
  }),
  inMoney(EntitlementKind.MONTHLY_ALLOWANCE, 90_000, {
    kk: 'Тұрғын үй мен күнделікті шығындарға, әр ай үшін.',
    ru: 'На жильё и повседневные расходы, за каждый месяц.',
    en: 'For housing and daily expenses, each month.',
  }),
  inKind(EntitlementKind.TRAVEL, {
    kk: 'Бару және қайту, ең арзан тариф бойынша.',
    ru: 'Дорога туда и обратно по самому дешёвому тарифу.',
    en: 'There and back, at the lowest fare.',
  }),
  inKind(EntitlementKind.INSURANCE, {
    kk: 'Медициналық және өмірді сақтандыру, бүкіл қызмет мерзіміне.',
    ru: 'Медицинская страховка и страхование жизни на всё время службы.',
    en: 'Medical and life insurance, for the whole of service.',
  }),
  inMoney(EntitlementKind.EXIT_ALLOWANCE, 30_000, {
    kk: 'Қызмет соңына дейін аяқталғанда төленеді.',
    ru: 'Выплачивается, если служба завершена полностью.',
    en: 'Paid when service was completed.',
  }),
];

const ALWAYS: readonly RequiredClearance[] = [
  { kind: ClearanceKind.REFERENCES, stage: ClearanceStage.BEFORE_OFFER },
  { kind: ClearanceKind.MEDICAL, stage: ClearanceStage.BEFORE_TRAVEL },
  { kind: ClearanceKind.VISA, stage: ClearanceStage.BEFORE_TRAVEL },
  { kind: ClearanceKind.INSURANCE, stage: ClearanceStage.BEFORE_TRAVEL },
];
/** Whoever works with children or with older people shows a clean record before a place is offered. */
const WITH_PEOPLE: readonly RequiredClearance[] = [
  { kind: ClearanceKind.POLICE_RECORD, stage: ClearanceStage.BEFORE_OFFER },
  ...ALWAYS,
];

/** What the demonstration's openings have checked about those who are chosen. */
export const demoClearances: Readonly<Record<Sector, readonly RequiredClearance[]>> = {
  [Sector.CHILDREN]: WITH_PEOPLE,
  [Sector.ELDERLY_CARE]: WITH_PEOPLE,
  [Sector.TEACHING]: WITH_PEOPLE,
  [Sector.RESCUE]: [...ALWAYS, { kind: ClearanceKind.TRAINING, stage: ClearanceStage.BEFORE_TRAVEL }],
  [Sector.ENVIRONMENT]: ALWAYS,
  [Sector.CULTURE]: ALWAYS,
};

function inMoney(what: EntitlementKind, amountMinor: number, note: Entitlement['note']): Entitlement {
  return { kind: what, amountMinor, currency: DEMO_CURRENCY, note };
}

function inKind(what: EntitlementKind, note: Entitlement['note']): Entitlement {
  return { kind: what, amountMinor: null, currency: null, note };
}
