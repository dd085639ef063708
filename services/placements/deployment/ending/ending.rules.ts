import { EntitlementKind } from '../../opening/terms.rules.ts';
import { type ClosingReportKind, DutyReportKind } from '../../report/report.rules.ts';
import { DeploymentEnding, EndingEvidence } from '../deployment.rules.ts';

/** What somebody gets in writing about their service. */
export enum CertificateKind {
  FULL = 'FULL',
  PARTIAL = 'PARTIAL',
  NONE = 'NONE',
}

/** What becomes of an entitlement. ADDED is given beside what was agreed. */
export enum EntitlementChange {
  KEPT = 'KEPT',
  PRORATED = 'PRORATED',
  WITHHELD = 'WITHHELD',
  ADDED = 'ADDED',
}

/** Whether somebody says why: they must, they may, or nothing is taken, since it would be about health. */
export type ReasonRule = 'needed' | 'optional' | 'never';

/** What an ending brings with it. */
export interface EndingTerms {
  readonly certificate: CertificateKind;
  /** Closing reports that are still due. */
  readonly reports: readonly ClosingReportKind[];
  /** Entitlements that are not named here are kept. */
  readonly entitlements: Readonly<Partial<Record<EntitlementKind, EntitlementChange>>>;
  /** The paper that shows why; null where none is due. */
  readonly evidence: EndingEvidence | null;
  readonly reason: ReasonRule;
  /** Whether the checklist has to be complete, and the last day reached. */
  readonly isCompletion: boolean;
  /** Whether money of the programme that is not due any more comes back; not while service may resume. */
  readonly releasesMoney: boolean;
}

const { FULL, PARTIAL, NONE } = CertificateKind;
const { FINAL, HOST_EVALUATION } = DutyReportKind;
const { MONTHLY_ALLOWANCE, TRAVEL, EXIT_ALLOWANCE } = EntitlementKind;
const { PRORATED, WITHHELD, ADDED } = EntitlementChange;

const ended = { reason: 'needed', isCompletion: false, releasesMoney: true } as const;

/** The seven endings. A proposal of the portal, since no programme has published its rules: change them here. */
export const endings: Readonly<Record<DeploymentEnding, EndingTerms>> = {
  [DeploymentEnding.COMPLETED]: {
    certificate: FULL,
    reports: [FINAL, HOST_EVALUATION],
    entitlements: {},
    evidence: null,
    reason: 'optional',
    isCompletion: true,
    releasesMoney: true,
  },
  [DeploymentEnding.RESIGNED]: {
    ...ended,
    certificate: PARTIAL,
    reports: [FINAL],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: WITHHELD, [TRAVEL]: WITHHELD },
    evidence: EndingEvidence.RESIGNATION_LETTER,
  },
  [DeploymentEnding.EARLY_RETURN_MEDICAL]: {
    ...ended,
    certificate: PARTIAL,
    reports: [HOST_EVALUATION],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: PRORATED, [TRAVEL]: ADDED },
    evidence: EndingEvidence.MEDICAL_CERTIFICATE,
    reason: 'never',
  },
  [DeploymentEnding.EARLY_RETURN_FAMILY]: {
    ...ended,
    certificate: PARTIAL,
    reports: [FINAL, HOST_EVALUATION],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: PRORATED },
    evidence: EndingEvidence.FAMILY_STATEMENT,
  },
  [DeploymentEnding.TERMINATED]: {
    ...ended,
    certificate: NONE,
    reports: [HOST_EVALUATION],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: WITHHELD },
    evidence: EndingEvidence.DECISION,
  },
  [DeploymentEnding.EVACUATED]: {
    ...ended,
    certificate: PARTIAL,
    reports: [FINAL],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: PRORATED, [TRAVEL]: ADDED },
    evidence: EndingEvidence.EVACUATION_ORDER,
    releasesMoney: false,
  },
  [DeploymentEnding.HOST_WITHDREW]: {
    ...ended,
    certificate: PARTIAL,
    reports: [FINAL],
    entitlements: { [MONTHLY_ALLOWANCE]: PRORATED, [EXIT_ALLOWANCE]: PRORATED },
    evidence: EndingEvidence.HOST_LETTER,
  },
};

/** What somebody gets in writing when their service ends so: nothing where it never began. */
export function certificateOf(ending: DeploymentEnding, hasEntered: boolean): CertificateKind {
  return hasEntered ? endings[ending].certificate : CertificateKind.NONE;
}

/** Which closing reports an ending leaves due: none where service never began. */
export function reportsDueOf(ending: DeploymentEnding, hasEntered: boolean): readonly ClosingReportKind[] {
  return hasEntered ? endings[ending].reports : [];
}
