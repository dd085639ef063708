import type { LanguageSkill } from '../../shared/language/language-skill.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';

/** How far somebody has been educated, the lowest first. */
export enum Education {
  SECONDARY = 'SECONDARY',
  VOCATIONAL = 'VOCATIONAL',
  BACHELOR = 'BACHELOR',
  MASTER = 'MASTER',
  DOCTORATE = 'DOCTORATE',
}

/** Who may serve in an opening. What is empty or null asks for nothing. */
export interface Requirements {
  /** ISO 3166-1 alpha-2; one of them is needed. */
  readonly citizenships: readonly string[];
  /** Years, on the first day of service. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** At least. */
  readonly education: Education | null;
  /** Each at this level at least. */
  readonly languages: readonly LanguageSkill[];
  /** Words of the opening's own, such as `first-aid`; all of them are needed. */
  readonly skills: readonly string[];
}

export const NO_REQUIREMENTS: Requirements = {
  citizenships: [],
  minimumAge: null,
  maximumAge: null,
  education: null,
  languages: [],
  skills: [],
};

/** What a volunteer is given. */
export enum EntitlementKind {
  ENTRY_LUMP_SUM = 'ENTRY_LUMP_SUM',
  MONTHLY_ALLOWANCE = 'MONTHLY_ALLOWANCE',
  TRAVEL = 'TRAVEL',
  ACCOMMODATION = 'ACCOMMODATION',
  MEALS = 'MEALS',
  INSURANCE = 'INSURANCE',
  TRAINING = 'TRAINING',
  EXIT_ALLOWANCE = 'EXIT_ALLOWANCE',
}

/** One thing a volunteer is given, in money or in kind. */
export interface Entitlement {
  readonly kind: EntitlementKind;
  /** In the currency's smallest unit: once, or for each month begun of a MONTHLY_ALLOWANCE. Null where it is given in kind. */
  readonly amountMinor: number | null;
  /** ISO 4217; null where it is given in kind. */
  readonly currency: string | null;
  readonly note: Texts;
}
