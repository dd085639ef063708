import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { Participation } from './participation.entity.ts';

export interface LeaveProject {
  readonly personId: string;
  readonly projectId: string;
}

export type LeaveProjectOutcome = { readonly participationId: string } | { readonly refusal: 'not-participating' };

/** Ends a person's part in a project. Hours they gave stay. */
export function leaveProject(
  em: EntityManager,
  { personId, projectId }: LeaveProject,
  now: Date,
): Promise<LeaveProjectOutcome> {
  return em.transactional(async (tx) => {
    const where = { projectId, personId, leftAt: null };
    const participation = await tx.findOne(Participation, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!participation) return { refusal: 'not-participating' };

    participation.leftAt = now;
    const { id } = participation;
    const changes = [{ field: 'leftAt', from: null, to: now.toISOString() }];
    audit(tx, { actorId: personId, command: 'leaveProject', subjectId: id, changes }, now);
    publish(tx, 'ProjectLeft', { participationId: id, projectId, personId }, now);
    return { participationId: id };
  });
}
