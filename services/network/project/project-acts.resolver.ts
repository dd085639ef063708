import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, signedIn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../shared/graph/user-error.ts';
import type { NetworkContext } from '../context.ts';
import { aboutReason, invalidForm, stepRefused } from '../form/invalid-form.ts';
import { say as sayOfOrganisation } from '../organisation/messages.ts';
import { OrganisationNotApproved, OrganisationNotFound } from '../organisation/organisation.types.ts';
import { say } from './messages.ts';
import { type MoveProject, moveProject } from './move-project.ts';
import { checkProject, ProjectStatus, REASONED } from './project.rules.ts';
import { ProjectNotFound, ProjectSuccess, ProjectType } from './project.types.ts';
import {
  ModerateProjectInput,
  MoveProjectResult,
  ProjectStepInput,
  SubmitProjectInput,
  SubmitProjectResult,
} from './project-acts.types.ts';
import { submitProject } from './submit-project.ts';

@Resolver()
export class ProjectActsResolver {
  @Allow(signedIn)
  @Mutation(() => SubmitProjectResult, {
    description: 'Submits a project of an approved organisation, by one who represents it. Administrators decide.',
  })
  async submitProject(
    @Arg('input', () => SubmitProjectInput) input: SubmitProjectInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof SubmitProjectResult> {
    const { em, loaders, locale, viewer, now } = context;
    const { idempotencyKey = null, organisationId, regionCode, sector, startsOn, endsOn } = input;
    const title = input.title.map(({ locale, text }) => ({ locale, text }));
    const description = (input.description ?? []).map(({ locale, text }) => ({ locale, text }));
    const project = { title, description, regionCode, sector, startsOn, endsOn };
    const violations = checkProject(project, await loaders.regionCodes.load('all'));
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await submitProject(em, { viewer, idempotencyKey, organisationId, project }, now());
    if (!('refusal' in outcome)) return projectNow(outcome.projectId, context);
    switch (outcome.refusal) {
      case 'organisation-not-found':
        return new OrganisationNotFound(sayOfOrganisation('ORGANISATION_NOT_FOUND', locale));
      case 'organisation-not-approved':
        return new OrganisationNotApproved(sayOfOrganisation('ORGANISATION_NOT_APPROVED', locale), outcome.status);
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => MoveProjectResult, { description: 'Approves, rejects or cancels a project.' })
  moderateProject(
    @Arg('input', () => ModerateProjectInput) input: ModerateProjectInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveProjectResult> {
    const { projectId, decision: to, reason = null, expectedVersion = null } = input;
    return move({ command: 'moderateProject', projectId, to, reason, expectedVersion }, REASONED.includes(to), context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveProjectResult, {
    description: 'Starts an approved project: volunteers may join. By its organisation; to others there is none.',
  })
  startProject(
    @Arg('input', () => ProjectStepInput) input: ProjectStepInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveProjectResult> {
    return move(stepOf(input, 'startProject', ProjectStatus.RUNNING), false, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveProjectResult, {
    description: 'Closes a running project. By its organisation; to others there is none.',
  })
  closeProject(
    @Arg('input', () => ProjectStepInput) input: ProjectStepInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveProjectResult> {
    return move(stepOf(input, 'closeProject', ProjectStatus.CLOSED), false, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveProjectResult, {
    description: 'Cancels a project that is not closed. By its organisation; to others there is none.',
  })
  cancelProject(
    @Arg('input', () => ProjectStepInput) input: ProjectStepInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveProjectResult> {
    return move(stepOf(input, 'cancelProject', ProjectStatus.CANCELLED), false, context);
  }
}

function stepOf({ projectId, expectedVersion = null }: ProjectStepInput, command: string, to: ProjectStatus) {
  return { command, projectId, to, reason: null, expectedVersion };
}

async function move(
  step: Omit<MoveProject, 'viewer'>,
  needsReason: boolean,
  context: NetworkContext,
): Promise<typeof MoveProjectResult> {
  const { em, locale, viewer, now } = context;
  const violations = aboutReason(step.reason, needsReason, locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await moveProject(em, { ...step, viewer }, now());
  if (!('refusal' in outcome)) return projectNow(outcome.projectId, context);
  switch (outcome.refusal) {
    case 'project-not-found':
      return new ProjectNotFound(say('PROJECT_NOT_FOUND', locale));
    case 'organisation-not-approved':
      return new OrganisationNotApproved(sayOfOrganisation('ORGANISATION_NOT_APPROVED', locale), outcome.status);
    default:
      return stepRefused(outcome, locale);
  }
}

async function projectNow(id: string, { loaders }: NetworkContext): Promise<ProjectSuccess> {
  const row = await loaders.projectById.clear(id).load(id);
  if (!row) throw new Error(`project ${id} is gone`);
  return new ProjectSuccess(new ProjectType(row));
}
