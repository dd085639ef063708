import { checkText } from '../../../shared/text/given-texts.rules.ts';
import { aboutTexts, checkKey, checkZone, type FormViolation } from '../../form/form.rules.ts';

export const NAME_LENGTH = 200;

/** An organisation as it is proposed. */
export interface GivenHost {
  readonly name: string;
  readonly timeZone: string;
  readonly idempotencyKey: string | null;
}

/** Everything wrong with a proposed host. */
export function checkHost({ name, timeZone, idempotencyKey }: GivenHost): readonly FormViolation[] {
  return [
    ...checkKey(idempotencyKey),
    ...aboutTexts(checkText(['name'], name, NAME_LENGTH)),
    ...checkZone(['timeZone'], timeZone),
  ];
}

/** What is wrong with the days of an accreditation, given that of the host; one that is over already gives nothing. */
export function checkValidity(
  { validFrom, validUntil }: { readonly validFrom: string | null; readonly validUntil: string },
  today: string,
): readonly FormViolation[] {
  const path = ['validUntil'];
  if (validFrom !== null && validUntil <= validFrom) return [{ path, problem: 'ends-before-it-begins' }];
  return validUntil < today ? [{ path, problem: 'in-past' }] : [];
}
