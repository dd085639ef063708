import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { checkStep, type StepRefusal } from '../form/step.rules.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { OrganisationStatus } from '../organisation/organisation.rules.ts';
import { lockProject } from './lock-project.ts';
import { ProjectStatus, projectTransitions } from './project.rules.ts';

export interface MoveProject {
  readonly viewer: Viewer;
  /** As the graph calls it. */
  readonly command: string;
  readonly projectId: string;
  readonly to: ProjectStatus;
  /** Checked already. */
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MoveProjectOutcome =
  | { readonly projectId: string }
  | { readonly refusal: 'project-not-found' }
  | { readonly refusal: 'organisation-not-approved'; readonly status: OrganisationStatus }
  | StepRefusal;

/** Steps that an organisation takes only while it is in the register. */
const OF_APPROVED: readonly ProjectStatus[] = [ProjectStatus.APPROVED, ProjectStatus.RUNNING];

/**
 * Approves, rejects, starts, closes or cancels a project, as the viewer may.
 *
 * Holds its row lock until commit. To a stranger there is no such project.
 */
export function moveProject(
  em: EntityManager,
  { viewer, command, projectId, to, reason, expectedVersion }: MoveProject,
  now: Date,
): Promise<MoveProjectOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockProject(tx, projectId, viewer);
    if (!locked) return { refusal: 'project-not-found' };
    const { project, by } = locked;
    const refusal = checkStep(projectTransitions, project, { to, by, expectedVersion });
    if (refusal) return refusal;
    const { status: from, organisationId } = project;
    if (OF_APPROVED.includes(to)) {
      const { status } = await tx.findOneOrFail(Organisation, organisationId, { lockMode: LockMode.PESSIMISTIC_READ });
      if (status !== OrganisationStatus.APPROVED) return { refusal: 'organisation-not-approved', status };
    }

    tx.assign(project, { status: to, decisionReason: reason, movedAt: now });
    if (to === ProjectStatus.APPROVED) {
      project.publishedAt = now;
      publish(tx, 'ProjectPublished', { projectId, organisationId }, now);
    }
    const changes = [{ field: 'status', from, to }];
    audit(tx, { actorId: personOf(viewer), command, subjectId: projectId, changes, reason }, now);
    publish(tx, 'ProjectMoved', { projectId, organisationId, from, to }, now);
    return { projectId };
  });
}
