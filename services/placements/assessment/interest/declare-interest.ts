import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { type Chooser, interestOf, lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { Assessment, DeclaredInterest } from '../assessment.entity.ts';
import type { InterestNature } from '../assessment.rules.ts';

export interface DeclareInterest {
  /** Who runs placements, or an officer of the host the application was sent to. */
  readonly viewer: Chooser;
  readonly applicationId: string;
  readonly hasConflict: boolean;
  readonly nature: InterestNature | null;
}

export type DeclareInterestOutcome =
  | { readonly applicationId: string }
  | Refused<'application-not-found' | 'conflict-of-interest'>;

/**
 * Says whether somebody has an interest in an applicant, before they assess them.
 *
 * A conflict that turns up later takes back what they have assessed. Applicants declare nothing about themselves.
 */
export function declareInterest(
  em: EntityManager,
  { viewer, applicationId, hasConflict, nature }: DeclareInterest,
  now: Date,
): Promise<DeclareInterestOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockForChoosing(tx, viewer, applicationId);
    if ('refusal' in locked) return locked;
    if (locked.actor === 'volunteer') return { refusal: 'conflict-of-interest' };
    const { personId: declaredById } = viewer;
    const known = await interestOf(tx, applicationId, declaredById);
    if (known?.hasConflict === hasConflict && (known.nature ?? null) === nature) return { applicationId };

    if (hasConflict) await tx.nativeDelete(Assessment, { applicationId, assessedById: declaredById });
    const declared = { hasConflict, nature, declaredAt: now };
    if (known) tx.assign(known, declared);
    else tx.create(DeclaredInterest, { applicationId, declaredById, ...declared });
    const changes = [{ field: 'hasConflict', from: known?.hasConflict ?? null, to: hasConflict }];
    const { personId: onBehalfOfId } = locked.application;
    const act = { actorId: declaredById, onBehalfOfId, command: 'declareInterest', subjectId: applicationId };
    audit(tx, { ...act, changes }, now);
    return { applicationId };
  });
}
