import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../shared/access/access.rules.ts';
import type { RegisterActor } from '../form/step.rules.ts';
import { actorsOver } from '../organisation/lock-organisation.ts';
import { Project } from './project.entity.ts';

/**
 * A project under lock, and what the viewer is to it.
 *
 * Null for one that does not exist, and for whoever neither represents its organisation nor moderates.
 */
export async function lockProject(
  tx: EntityManager,
  projectId: string,
  viewer: Viewer,
  lockMode: LockMode = LockMode.PESSIMISTIC_WRITE,
): Promise<{ readonly project: Project; readonly by: readonly RegisterActor[] } | null> {
  const project = await tx.findOne(Project, projectId, { lockMode });
  if (!project) return null;
  const by = await actorsOver(tx, project.organisationId, viewer);
  return by.length > 0 ? { project, by } : null;
}
