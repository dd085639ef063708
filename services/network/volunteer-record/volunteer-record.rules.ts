import { checkText } from '../../shared/text/given-texts.rules.ts';
import { aboutTexts, type FormViolation } from '../form/form.rules.ts';

export const CONSENT_VERSION_LENGTH = 100;

/** What is wrong with the version of the text that a person agrees to. */
export function checkConsent(version: string): readonly FormViolation[] {
  return aboutTexts(checkText(['consentVersion'], version, CONSENT_VERSION_LENGTH));
}
