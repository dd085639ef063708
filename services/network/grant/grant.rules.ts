import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { checkText, checkTexts, type GivenText } from '../../shared/text/given-texts.rules.ts';
import { aboutTexts, type FormViolation } from '../form/form.rules.ts';
import type { RegisterActor } from '../form/step.rules.ts';

export enum GrantStatus {
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  REPORTED = 'REPORTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
}

const { SUBMITTED, APPROVED, REJECTED, REPORTED, RETURNED, ACCEPTED } = GrantStatus;

/** The life of a small grant: asked for, granted, reported on, and the report accepted. */
export const grantTransitions: TransitionTable<GrantStatus, RegisterActor> = [
  { from: SUBMITTED, to: APPROVED, by: ['administrator'] },
  { from: SUBMITTED, to: REJECTED, by: ['administrator'] },
  { from: APPROVED, to: REPORTED, by: ['owner'] },
  { from: REPORTED, to: ACCEPTED, by: ['administrator'] },
  { from: REPORTED, to: RETURNED, by: ['administrator'] },
  { from: RETURNED, to: REPORTED, by: ['owner'] },
];

/** States in which anyone may see a grant. */
export const PUBLIC_GRANTS: readonly GrantStatus[] = [APPROVED, REPORTED, RETURNED, ACCEPTED];
/** Decisions that take something away, and are told with a reason. */
export const REASONED: readonly GrantStatus[] = [REJECTED, RETURNED];

export const PURPOSE_LENGTH = 500;
export const RESULT_LENGTH = 1000;
export const REPORT_LENGTH = 20_000;

/** A grant as an organisation asks for it. */
export interface GivenGrant {
  /** In the currency's minor unit: tiyns, cents. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly purpose: readonly GivenText[];
}

/** Everything wrong with what is asked for, given the currencies there are. */
export function checkGrant(
  { amount, currency, purpose }: GivenGrant,
  currencies: readonly string[],
): readonly FormViolation[] {
  return [
    ...(amount < 1 ? [{ path: ['amount', 'minorUnits'], problem: 'below-one' as const }] : []),
    ...(currencies.includes(currency) ? [] : [{ path: ['amount', 'currency'], problem: 'unknown-currency' as const }]),
    ...aboutTexts(checkTexts(['purpose'], purpose, { maximum: PURPOSE_LENGTH, required: true })),
  ];
}

/** What is wrong with a granted amount, in minor units: it is one at least, and no more than was asked for. */
export function checkGranted(granted: number, asked: number): readonly FormViolation[] {
  const path = ['grantedMinorUnits'];
  if (granted < 1) return [{ path, problem: 'below-one' }];
  return granted > asked ? [{ path, problem: 'more-than-asked', limits: { asked } }] : [];
}

/** Everything wrong with a report on a grant. */
export function checkReport(report: string, result: readonly GivenText[]): readonly FormViolation[] {
  return [
    ...aboutTexts(checkText(['report'], report, REPORT_LENGTH)),
    ...aboutTexts(checkTexts(['result'], result, { maximum: RESULT_LENGTH, required: true })),
  ];
}
