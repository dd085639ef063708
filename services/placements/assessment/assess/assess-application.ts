import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import { type Chooser, lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { Assessment } from '../assessment.entity.ts';
import {
  type AssessmentMethod,
  type AssessmentRecommendation,
  type GivenScores,
  overallScore,
} from '../assessment.rules.ts';
import { mayNotAssess } from '../may-not-assess.ts';

export interface AssessApplication {
  /** Who runs placements, or an officer of the host the application was sent to. */
  readonly viewer: Chooser;
  readonly idempotencyKey: string | null;
  readonly applicationId: string;
  readonly method: AssessmentMethod;
  /** With nothing wrong. */
  readonly scores: GivenScores;
  readonly recommendation: AssessmentRecommendation;
}

export type AssessApplicationOutcome =
  | { readonly applicationId: string }
  | Refused<
      | 'application-not-found'
      | 'invalid-transition'
      | 'conflict-of-interest'
      | 'interest-not-declared'
      | 'already-assessed'
      | 'idempotency-key-reused'
    >;

const { WITH_HOST, ASSESSED } = ApplicationStatus;

/** Assesses an applicant who is with the host, once by each method. The first assessment makes the application ASSESSED. */
export function assessApplication(
  em: EntityManager,
  command: AssessApplication,
  now: Date,
): Promise<AssessApplicationOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const claim = { actorId: viewer.personId, operation: 'assessApplication', key, input };
  return em.transactional((tx) => once<AssessApplicationOutcome>(tx, claim, now, () => assess(tx, command, now)));
}

async function assess(
  tx: EntityManager,
  { viewer, applicationId, method, scores, recommendation }: AssessApplication,
  now: Date,
): Promise<AssessApplicationOutcome> {
  const locked = await lockForChoosing(tx, viewer, applicationId);
  if ('refusal' in locked) return locked;
  const { application, actor } = locked;
  const { personId: assessedById } = viewer;
  const refusal = await mayNotAssess(tx, { applicationId, actor, personId: assessedById });
  if (refusal) return refusal;
  const { status: from, personId: onBehalfOfId } = application;
  if (from !== WITH_HOST && from !== ASSESSED) {
    return { refusal: 'invalid-transition', from, to: ASSESSED, allowed: [] };
  }
  if ((await tx.count(Assessment, { applicationId, assessedById, method })) > 0) return { refusal: 'already-assessed' };

  const id = newId('assessment');
  const { criteria, comment } = scores;
  tx.create(Assessment, {
    id,
    applicationId,
    assessedById,
    method,
    score: overallScore(scores),
    criteria,
    recommendation,
    comment,
    assessedAt: now,
  });
  const act = { actorId: assessedById, command: 'assessApplication' };
  audit(tx, { ...act, onBehalfOfId, subjectId: id, changes: [{ field: 'method', from: null, to: method }] }, now);
  if (from === WITH_HOST) await moveApplication(tx, application, { ...act, to: ASSESSED }, now);
  return { applicationId };
}
