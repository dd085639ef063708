import type { EntityManager } from '@mikro-orm/postgresql';
import { ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import { type Chooser, lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { advancesFrom } from '../../selection/selection.rules.ts';
import { mayNotAssess } from '../may-not-assess.ts';

export interface MarkNotToBeAssessed {
  /** Who runs placements, or an officer of the host the application was sent to. */
  readonly viewer: Chooser;
  readonly applicationId: string;
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

export type MarkNotToBeAssessedOutcome =
  | { readonly applicationId: string }
  | Refused<
      | 'application-not-found'
      | 'version-conflict'
      | 'invalid-transition'
      | 'conflict-of-interest'
      | 'interest-not-declared'
    >;

const { WITH_HOST, NOT_SELECTED } = ApplicationStatus;

/** Sets aside an applicant who was sent to the host and whom nobody will assess: others fitted better, they are told. */
export function markNotToBeAssessed(
  em: EntityManager,
  { viewer, applicationId, reason, expectedVersion }: MarkNotToBeAssessed,
  now: Date,
): Promise<MarkNotToBeAssessedOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockForChoosing(tx, viewer, applicationId);
    if ('refusal' in locked) return locked;
    const { application, actor } = locked;
    const { status: from, version: currentVersion } = application;
    const refusal = await mayNotAssess(tx, { applicationId, actor, personId: viewer.personId });
    if (refusal) return refusal;
    if (expectedVersion !== null && expectedVersion !== currentVersion) {
      return { refusal: 'version-conflict', currentVersion };
    }
    const allowed = from === WITH_HOST ? advancesFrom(from, actor).filter((to) => to === NOT_SELECTED) : [];
    if (allowed.length === 0) return { refusal: 'invalid-transition', from, to: NOT_SELECTED, allowed };

    const outcome = ApplicationOutcome.OTHERS_FITTED_BETTER;
    const act = { actorId: viewer.personId, command: 'markNotToBeAssessed', reason };
    await moveApplication(tx, application, { ...act, to: NOT_SELECTED, outcome }, now);
    return { applicationId };
  });
}
