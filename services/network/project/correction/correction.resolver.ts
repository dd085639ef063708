import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { VersionConflict } from '../../../shared/graph/user-error.ts';
import type { NetworkContext } from '../../context.ts';
import { invalidForm } from '../../form/invalid-form.ts';
import { say as sayOfForm } from '../../form/messages.ts';
import { say } from '../messages.ts';
import { checkProject } from '../project.rules.ts';
import { ProjectNotFound, ProjectSuccess, ProjectType } from '../project.types.ts';
import { correctProject } from './correct-project.ts';
import { CorrectProjectInput, CorrectProjectResult, ProjectDecided } from './correction.types.ts';

@Resolver()
export class ProjectCorrectionResolver {
  @Allow(signedIn)
  @Mutation(() => CorrectProjectResult, {
    description:
      'Corrects a submitted project before it is decided about. By its organisation; to others there is none.',
  })
  async correctProject(
    @Arg('input', () => CorrectProjectInput) input: CorrectProjectInput,
    @Ctx() { em, loaders, locale, viewer, now }: NetworkContext,
  ): Promise<typeof CorrectProjectResult> {
    const { projectId, regionCode, sector, startsOn, endsOn, expectedVersion = null } = input;
    const title = input.title.map(({ locale, text }) => ({ locale, text }));
    const description = (input.description ?? []).map(({ locale, text }) => ({ locale, text }));
    const project = { title, description, regionCode, sector, startsOn, endsOn };
    const violations = checkProject(project, await loaders.regionCodes.load('all'));
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await correctProject(em, { viewer, projectId, expectedVersion, project }, now());
    if (!('refusal' in outcome)) {
      const row = await loaders.projectById.clear(projectId).load(projectId);
      if (!row) throw new Error(`project ${projectId} is gone`);
      return new ProjectSuccess(new ProjectType(row));
    }
    switch (outcome.refusal) {
      case 'project-not-found':
        return new ProjectNotFound(say('PROJECT_NOT_FOUND', locale));
      case 'project-decided':
        return new ProjectDecided(say('PROJECT_DECIDED', locale), outcome.status);
      case 'version-conflict':
        return new VersionConflict(sayOfForm('VERSION_CONFLICT', locale), outcome.currentVersion);
    }
  }
}
