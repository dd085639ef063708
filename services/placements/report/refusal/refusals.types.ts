import { InvalidInput, InvalidTransition, VersionConflict, Violation } from '../../../shared/graph/user-error.ts';
import { type reportMessages, say } from '../messages.ts';
import type { ReportViolation } from '../report-input.rules.ts';
import type { DecisionRefusal, ReportRefusal } from './report-refusal.rules.ts';
import { DeploymentTakesNoReports, ReportNotFound, ReportNotYetOpen } from './report-refusals.types.ts';

/** Why nothing is decided on a report, as the graph tells it. */
export function refuseDecision(refusal: DecisionRefusal, locale: string) {
  switch (refusal.refusal) {
    case 'report-not-found':
      return new ReportNotFound(say('REPORT_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
    }
  }
}

/** Why nothing is written in a report, as the graph tells it. */
export function refuseReport(refusal: ReportRefusal, locale: string) {
  switch (refusal.refusal) {
    case 'deployment-takes-no-reports':
      return new DeploymentTakesNoReports(say('DEPLOYMENT_TAKES_NO_REPORTS', locale), refusal.status);
    case 'report-not-yet-open': {
      const { opensOn } = refusal;
      return new ReportNotYetOpen(say('REPORT_NOT_YET_OPEN', locale, { opensOn }), opensOn);
    }
    case 'invalid-report':
      return invalidReport(refusal.violations, locale);
    default:
      return refuseDecision(refusal, locale);
  }
}

const codes: Record<ReportViolation['problem'], keyof typeof reportMessages> = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'control-character': 'CONTROL_CHARACTER',
  'hours-out-of-range': 'HOURS_OUT_OF_RANGE',
};

/** Everything wrong with an input, in the viewer's language. */
export function invalidReport(violations: readonly ReportViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = codes[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}
