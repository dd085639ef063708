import { startOf } from '../../../shared/text/day.rules.ts';
import {
  canonicalTag,
  checkLanguages,
  checkText,
  checkTexts,
  type GivenText,
  textsOf,
} from '../../../shared/text/given-texts.rules.ts';
import type { RequiredClearance } from '../../clearance/clearance.rules.ts';
import {
  aboutTexts,
  checkAmount,
  checkCurrency,
  checkLength,
  checkRange,
  checkRepeats,
  type FormViolation,
} from '../../form/form.rules.ts';
import type { Entitlement, EntitlementKind, Requirements } from '../terms.rules.ts';

export const TITLE_LENGTH = 200;
export const TEXT_LENGTH = 10_000;
export const CITY_LENGTH = 100;
export const NOTE_LENGTH = 500;
export const SKILL_LENGTH = 50;
export const AGES = { minimum: 16, maximum: 99 };
export const POSITIONS = { minimum: 1, maximum: 1000 };
/** The most languages, skills and entitlements that an opening lists. */
export const LISTED = 20;

const SKILL = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Something a volunteer is given, as somebody writes it. */
export interface GivenEntitlement {
  readonly kind: EntitlementKind;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly note: readonly GivenText[];
}

/** What is given of an opening; what is absent is not looked at. */
export interface GivenOpening {
  readonly title?: readonly GivenText[];
  readonly description?: readonly GivenText[];
  readonly tasks?: readonly GivenText[];
  readonly city?: string;
  readonly positions?: number;
  readonly requirements?: Requirements;
  readonly entitlements?: readonly GivenEntitlement[];
  readonly clearances?: readonly RequiredClearance[];
}

/** When an opening is, as a whole. */
export interface OpeningDates {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applicationDeadline: Date;
}

/** Everything wrong with what is given of an opening. `currency` is that of the programme's budget, null without one. */
export function checkOpening(given: GivenOpening, currency: string | null): readonly FormViolation[] {
  const { title = [], description = [], tasks = [], city, positions, requirements, entitlements, clearances } = given;
  return [
    ...aboutTexts(checkTexts(['title'], title, { maximum: TITLE_LENGTH, required: false })),
    ...aboutTexts(checkTexts(['description'], description, { maximum: TEXT_LENGTH, required: false })),
    ...aboutTexts(checkTexts(['tasks'], tasks, { maximum: TEXT_LENGTH, required: false })),
    ...(city === undefined ? [] : aboutTexts(checkText(['city'], city, CITY_LENGTH))),
    ...(positions === undefined ? [] : checkRange(['positions'], positions, POSITIONS)),
    ...(requirements === undefined ? [] : checkRequirements(requirements)),
    ...(entitlements === undefined ? [] : checkEntitlements(entitlements, currency)),
    ...(clearances === undefined
      ? []
      : checkRepeats(
          ['clearances'],
          clearances.map(({ kind }) => kind),
          ['kind'],
        )),
  ];
}

/** What contradicts in the dates of an opening: it ends after it begins, and applications close before that. */
export function checkDates(
  { startsOn, endsOn, applicationDeadline }: OpeningDates,
  timeZone: string,
): readonly FormViolation[] {
  return [
    ...(endsOn > startsOn ? [] : [{ path: ['endsOn'], problem: 'ends-before-it-begins' as const }]),
    ...(applicationDeadline < startOf(startsOn, timeZone)
      ? []
      : [{ path: ['applicationDeadline'], problem: 'after-start' as const }]),
  ];
}

/** Entitlements as they are kept. The input has been checked. */
export function entitlementsOf(given: readonly GivenEntitlement[]): readonly Entitlement[] {
  return given.map(({ kind, amount, currency, note }) => ({
    kind,
    amountMinor: amount,
    currency,
    note: textsOf(note),
  }));
}

/** Requirements as they are kept, with languages by their canonical tags. The input has been checked. */
export function requirementsOf(given: Requirements): Requirements {
  const languages = given.languages.map(({ language, level }) => ({
    language: canonicalTag(language) ?? language,
    level,
  }));
  return { ...given, citizenships: given.citizenships.toSorted(), languages };
}

function checkRequirements({
  citizenships,
  minimumAge,
  maximumAge,
  languages,
  skills,
}: Requirements): readonly FormViolation[] {
  const at = (field: string) => ['requirements', field];
  const ages = [
    ...(minimumAge === null ? [] : checkRange(at('minimumAge'), minimumAge, AGES)),
    ...(maximumAge === null ? [] : checkRange(at('maximumAge'), maximumAge, AGES)),
  ];
  const contradicts = minimumAge !== null && maximumAge !== null && minimumAge > maximumAge;
  const tags = checkLanguages(
    at('languages'),
    languages.map(({ language }) => language),
  );
  return [
    ...checkRepeats(at('citizenships'), citizenships),
    ...ages,
    ...(contradicts
      ? [
          {
            path: at('minimumAge'),
            problem: 'minimum-above-maximum' as const,
            limits: { maximum: maximumAge },
          },
        ]
      : []),
    ...checkLength(at('languages'), languages, LISTED),
    ...aboutTexts(tags.map((one) => ({ ...one, path: [...one.path, 'language'] }))),
    ...checkLength(at('skills'), skills, LISTED),
    ...checkRepeats(at('skills'), skills),
    ...skills.flatMap((skill, index) =>
      SKILL.test(skill) && skill.length <= SKILL_LENGTH
        ? []
        : [
            {
              path: [...at('skills'), String(index)],
              problem: 'not-a-skill' as const,
              limits: { maximum: SKILL_LENGTH },
            },
          ],
    ),
  ];
}

function checkEntitlements(
  entitlements: readonly GivenEntitlement[],
  budgetCurrency: string | null,
): readonly FormViolation[] {
  return [
    ...checkLength(['entitlements'], entitlements, LISTED),
    ...entitlements.flatMap(({ amount, currency, note }, index): readonly FormViolation[] => {
      const at = (field: string) => ['entitlements', String(index), field];
      return [
        ...(amount === null ? [] : checkAmount(at('amount'), amount)),
        ...(amount === null && currency !== null ? [{ path: at('amount'), problem: 'missing' as const }] : []),
        ...(amount !== null && currency === null ? [{ path: at('currency'), problem: 'missing' as const }] : []),
        ...(currency === null ? [] : checkMoney(at('currency'), currency, budgetCurrency)),
        ...aboutTexts(checkTexts(at('note'), note, { maximum: NOTE_LENGTH, required: false })),
      ];
    }),
  ];
}

/** What a volunteer is given is counted against the programme's budget, and so is in its currency. */
function checkMoney(
  path: readonly string[],
  currency: string,
  budgetCurrency: string | null,
): readonly FormViolation[] {
  const unknown = checkCurrency(path, currency);
  if (unknown.length > 0 || budgetCurrency === null || budgetCurrency === currency) return unknown;
  return [{ path, problem: 'other-currency', limits: { currency: budgetCurrency } }];
}
