import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { NetworkSector } from '../../sector/sector.rules.ts';
import { lockProject } from '../lock-project.ts';
import { type GivenProject, ProjectStatus } from '../project.rules.ts';

export interface CorrectProject {
  readonly viewer: Viewer;
  readonly projectId: string;
  readonly expectedVersion: number | null;
  /** Checked already. */
  readonly project: GivenProject & { readonly sector: NetworkSector };
}

export type CorrectProjectOutcome =
  | { readonly projectId: string }
  | { readonly refusal: 'project-not-found' }
  | { readonly refusal: 'project-decided'; readonly status: ProjectStatus }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Corrects a project that nobody has decided about, by one who represents its organisation.
 *
 * Takes the row lock that a decision takes: whoever decides from the version before finds that there is a newer one. To
 * others there is no such project.
 */
export function correctProject(
  em: EntityManager,
  { viewer, projectId, expectedVersion, project: given }: CorrectProject,
  now: Date,
): Promise<CorrectProjectOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockProject(tx, projectId, viewer);
    if (!locked?.by.includes('owner')) return { refusal: 'project-not-found' };
    const { project } = locked;
    const { status, version, organisationId } = project;
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    if (status !== ProjectStatus.SUBMITTED) return { refusal: 'project-decided', status };

    const facts = ['regionCode', 'sector', 'startsOn', 'endsOn'] as const;
    const changes: { field: string; from: string | number; to: string | number }[] = facts
      .filter((field) => project[field] !== given[field])
      .map((field) => ({ field, from: project[field], to: given[field] }));
    const { regionCode, sector, startsOn, endsOn } = given;
    const texts = { title: textsOf(given.title), description: textsOf(given.description) };
    tx.assign(project, { ...texts, regionCode, sector, startsOn, endsOn }, { mergeObjectProperties: false });
    await tx.flush();
    if (project.version === version) return { projectId };
    changes.push({ field: 'version', from: version, to: project.version });
    audit(tx, { actorId: personOf(viewer), command: 'correctProject', subjectId: projectId, changes }, now);
    publish(tx, 'ProjectCorrected', { projectId, organisationId }, now);
    return { projectId };
  });
}
