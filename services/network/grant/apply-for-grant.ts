import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import { lockProject } from '../project/lock-project.ts';
import { ProjectStatus } from '../project/project.rules.ts';
import { SmallGrant } from './grant.entity.ts';
import { type GivenGrant, GrantStatus } from './grant.rules.ts';

export interface ApplyForGrant {
  readonly viewer: Viewer;
  readonly idempotencyKey: string | null;
  readonly projectId: string;
  /** Checked already. */
  readonly grant: GivenGrant;
}

type Asked =
  | { readonly grantId: string }
  | { readonly refusal: 'project-not-found' }
  | { readonly refusal: 'project-not-under-way'; readonly status: ProjectStatus };
export type ApplyForGrantOutcome = Asked | { readonly refusal: 'idempotency-key-reused' };

/** Projects that a grant may be asked for. */
const UNDER_WAY: readonly ProjectStatus[] = [ProjectStatus.APPROVED, ProjectStatus.RUNNING];

/** Asks for a small grant for an approved or running project, by one who represents its organisation. */
export function applyForGrant(
  em: EntityManager,
  { viewer, idempotencyKey: key, ...input }: ApplyForGrant,
  now: Date,
): Promise<ApplyForGrantOutcome> {
  const actorId = personOf(viewer);
  return em.transactional((tx) =>
    once<Asked>(tx, { actorId, operation: 'applyForGrant', key, input }, now, async () => {
      const { projectId, grant } = input;
      const locked = await lockProject(tx, projectId, viewer, LockMode.PESSIMISTIC_READ);
      if (!locked?.by.includes('owner')) return { refusal: 'project-not-found' };
      const { status } = locked.project;
      if (!UNDER_WAY.includes(status)) return { refusal: 'project-not-under-way', status };

      const id = newId('small_grant');
      const { amount, currency, purpose } = grant;
      tx.create(SmallGrant, {
        id,
        projectId,
        currency,
        askedAmount: amount,
        purpose: textsOf(purpose),
        status: GrantStatus.SUBMITTED,
        submittedAt: now,
      });
      const changes = [
        { field: 'status', from: null, to: GrantStatus.SUBMITTED },
        { field: 'project', from: null, to: projectId },
        { field: 'askedAmount', from: null, to: amount },
      ];
      audit(tx, { actorId, command: 'applyForGrant', subjectId: id, changes }, now);
      publish(tx, 'GrantAskedFor', { grantId: id, projectId }, now);
      return { grantId: id };
    }),
  );
}
