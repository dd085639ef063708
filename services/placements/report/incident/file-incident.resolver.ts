import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../context.ts';
import { DeploymentNotFound } from '../../deployment/refusal/deployment-refusals.types.ts';
import { say } from '../messages.ts';
import { invalidReport } from '../refusal/refusals.types.ts';
import { DeploymentTakesNoReports } from '../refusal/report-refusals.types.ts';
import { reportOf } from '../report.types.ts';
import { checkProse, REPORT_LENGTH } from '../report-input.rules.ts';
import { type FileIncidentOutcome, fileIncident } from './file-incident.ts';
import { FileIncidentInput, FileIncidentResult, FileIncidentSuccess } from './file-incident.types.ts';

@Resolver()
export class FileIncidentResolver {
  @Allow(signedIn)
  @Mutation(() => FileIncidentResult, {
    description:
      'Reports that something happened, at once and whatever is due: by the volunteer, the host or those who run placements. Nobody but its author and those who run placements learns of it. For everybody else the deployment is not found.',
  })
  async fileIncident(
    @Arg('input', () => FileIncidentInput) input: FileIncidentInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof FileIncidentResult> {
    const { em, viewer, locale, now } = context;
    const { idempotencyKey = null, deploymentId, text, severity } = input;
    const violations = checkProse(['text'], text, REPORT_LENGTH);
    if (violations.length > 0) return invalidReport(violations, locale);
    const actor = { ...viewer, personId: personOf(viewer) };
    const outcome = await fileIncident(em, { viewer: actor, idempotencyKey, deploymentId, text, severity }, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new FileIncidentSuccess(await reportOf(outcome.reportId, context));
  }
}

function refuse(refusal: Extract<FileIncidentOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'deployment-not-found':
      return new DeploymentNotFound(say('DEPLOYMENT_NOT_FOUND', locale));
    case 'deployment-takes-no-reports':
      return new DeploymentTakesNoReports(say('DEPLOYMENT_TAKES_NO_REPORTS', locale), refusal.status);
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
