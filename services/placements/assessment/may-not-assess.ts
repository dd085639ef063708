import type { EntityManager } from '@mikro-orm/postgresql';
import type { ApplicationActor } from '../application/application.rules.ts';
import { interestOf } from '../selection/lock-for-choosing.ts';
import type { Refused } from '../selection/refusal/refusal.rules.ts';

/** Why somebody may not judge an applicant: they have an interest in them, or have not said that they have none. */
export async function mayNotAssess(
  tx: EntityManager,
  whose: { readonly applicationId: string; readonly actor: ApplicationActor; readonly personId: string },
): Promise<Refused<'conflict-of-interest' | 'interest-not-declared'> | null> {
  if (whose.actor === 'volunteer') return { refusal: 'conflict-of-interest' };
  const interest = await interestOf(tx, whose.applicationId, whose.personId);
  if (!interest) return { refusal: 'interest-not-declared' };
  return interest.hasConflict ? { refusal: 'conflict-of-interest' } : null;
}
