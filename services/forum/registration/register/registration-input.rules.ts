import type { ConsentPurpose, ParticipantCategory } from '../registration.rules.ts';

export const AFFILIATION_LENGTH = 200;
export const NEEDS_LENGTH = 1_000;
export const IDEMPOTENCY_KEY_LENGTH = 200;
export const CONSENT_VERSION_LENGTH = 40;

/** A consent to one optional purpose, in the version of the text that the person read. */
export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  readonly version: string;
}

/** What a person says of themself when registering. */
export interface RegistrationDetails {
  readonly category: ParticipantCategory;
  readonly affiliation: string | null;
  readonly dietaryNeeds: string | null;
  readonly accessibilityNeeds: string | null;
  readonly interpretationLanguage: string | null;
  readonly consents: readonly GivenConsent[];
}

export interface DetailViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'repeated';
  /** The most characters allowed, where the text is too long. */
  readonly maximum?: number;
}

/** Everything wrong with a person's details, in the order of the form. */
export function checkDetails(
  details: Omit<RegistrationDetails, 'category'>,
  idempotencyKey: string | null,
): readonly DetailViolation[] {
  return [
    ...checkText(['idempotencyKey'], idempotencyKey, IDEMPOTENCY_KEY_LENGTH),
    ...checkText(['affiliation'], details.affiliation, AFFILIATION_LENGTH),
    ...checkText(['dietaryNeeds'], details.dietaryNeeds, NEEDS_LENGTH),
    ...checkText(['accessibilityNeeds'], details.accessibilityNeeds, NEEDS_LENGTH),
    ...details.consents.flatMap(({ purpose, version }, index) => [
      ...checkText(['consents', String(index), 'version'], version, CONSENT_VERSION_LENGTH),
      ...(details.consents.findIndex((other) => other.purpose === purpose) < index
        ? [{ path: ['consents', String(index), 'purpose'], problem: 'repeated' as const }]
        : []),
    ]),
  ];
}

function checkText(path: readonly string[], text: string | null, maximum: number): DetailViolation[] {
  if (text === null) return [];
  if (text.trim() === '') return [{ path, problem: 'blank' }];
  return text.length > maximum ? [{ path, problem: 'too-long', maximum }] : [];
}
