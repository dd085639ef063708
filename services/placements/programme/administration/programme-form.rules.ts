import { checkTexts, type GivenText } from '../../../shared/text/given-texts.rules.ts';
import {
  aboutTexts,
  checkAmount,
  checkCurrency,
  checkKey,
  checkRange,
  checkRepeats,
  type FormViolation,
} from '../../form/form.rules.ts';

export const NAME_LENGTH = 200;
export const YEARS = { minimum: 2000, maximum: 2100 };

/** Money as it is given: in the smallest unit of an ISO 4217 currency. */
export interface GivenBudget {
  readonly amount: number;
  readonly currency: string;
}

/** What is given of a programme; what is absent or null is not looked at. */
export interface GivenProgramme {
  readonly name?: readonly GivenText[] | null;
  readonly year?: number | null;
  readonly hostCountries?: readonly string[] | null;
  readonly budget?: GivenBudget | null;
}

/** Everything wrong with a programme as it is given, and with the key of the form. */
export function checkProgramme(
  { name, year, hostCountries, budget }: GivenProgramme,
  idempotencyKey: string | null = null,
): readonly FormViolation[] {
  return [
    ...checkKey(idempotencyKey),
    ...(name == null ? [] : aboutTexts(checkTexts(['name'], name, { maximum: NAME_LENGTH, required: true }))),
    ...(year == null ? [] : checkRange(['year'], year, YEARS)),
    ...(hostCountries == null ? [] : checkCountries(hostCountries)),
    ...(budget == null
      ? []
      : [
          ...checkAmount(['budget', 'amount'], budget.amount),
          ...checkCurrency(['budget', 'currency'], budget.currency),
        ]),
  ];
}

function checkCountries(countries: readonly string[]): readonly FormViolation[] {
  const path = ['hostCountries'];
  return countries.length === 0 ? [{ path, problem: 'empty' }] : checkRepeats(path, countries);
}
