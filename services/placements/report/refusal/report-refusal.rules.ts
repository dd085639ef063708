import type { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import type { DutyReportState } from '../report.rules.ts';
import type { ReportViolation } from '../report-input.rules.ts';

/** Why nothing is decided on a report. */
export type DecisionRefusal =
  | { readonly refusal: 'report-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: DutyReportState;
      readonly to: DutyReportState;
      readonly allowed: readonly DutyReportState[];
    };

/** Why nothing is written in a report. */
export type ReportRefusal =
  | DecisionRefusal
  | { readonly refusal: 'deployment-takes-no-reports'; readonly status: DeploymentStatus }
  | { readonly refusal: 'report-not-yet-open'; readonly opensOn: string }
  | { readonly refusal: 'invalid-report'; readonly violations: readonly ReportViolation[] };
