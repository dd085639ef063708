import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { Project } from '../project/project.entity.ts';
import { ProjectStatus, PUBLIC_PROJECTS } from '../project/project.rules.ts';
import { Participation } from './participation.entity.ts';

export interface JoinProject {
  readonly personId: string;
  readonly idempotencyKey: string | null;
  readonly projectId: string;
}

type Joined =
  | { readonly participationId: string }
  | { readonly refusal: 'project-not-found' }
  | { readonly refusal: 'project-not-running'; readonly status: ProjectStatus }
  | { readonly refusal: 'already-participating'; readonly participationId: string };
export type JoinProjectOutcome = Joined | { readonly refusal: 'idempotency-key-reused' };

/**
 * Lets a person take part in a running project.
 *
 * Holds the project where it is until commit, so that nobody joins one that is being closed; those who join queue, so
 * that nobody joins twice.
 */
export function joinProject(
  em: EntityManager,
  { personId, idempotencyKey: key, ...input }: JoinProject,
  now: Date,
): Promise<JoinProjectOutcome> {
  return em.transactional((tx) =>
    once<Joined>(tx, { actorId: personId, operation: 'joinProject', key, input }, now, async () => {
      const { projectId } = input;
      const project = await tx.findOne(Project, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!project || !PUBLIC_PROJECTS.includes(project.status)) return { refusal: 'project-not-found' };
      if (project.status !== ProjectStatus.RUNNING) return { refusal: 'project-not-running', status: project.status };
      const before = await tx.findOne(Participation, { projectId, personId, leftAt: null });
      if (before) return { refusal: 'already-participating', participationId: before.id };

      const id = newId('participation');
      tx.create(Participation, { id, projectId, personId, joinedAt: now });
      const changes = [{ field: 'project', from: null, to: projectId }];
      audit(tx, { actorId: personId, command: 'joinProject', subjectId: id, changes }, now);
      publish(tx, 'ProjectJoined', { participationId: id, projectId, personId }, now);
      return { participationId: id };
    }),
  );
}
