import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { budgetShort, lockBudget } from '../../programme/lock-budget.ts';
import type { BudgetShort } from '../../programme/programme.rules.ts';
import type { ActedOn } from '../act-on-deployment.ts';
import { monthlyCost } from '../ending/entitlement.rules.ts';
import { type Overlap, overlapOf } from '../overlap.ts';

export type EarlierRefusal = Overlap | ({ readonly refusal: 'budget-exhausted' } & BudgetShort);

/** Who has service begin earlier, and on which day. */
export interface EarlierBeginning {
  readonly actorId: string;
  readonly command: string;
  readonly on: string;
}

/**
 * Has service begin before its agreed first day: no other service of the volunteer is in the way, and the programme pays
 * for the months that are added. Its last day stays. In the caller's transaction, which holds the lock on the deployment.
 */
export async function beginEarlier(
  tx: EntityManager,
  { deployment, opening }: ActedOn,
  { on, ...act }: EarlierBeginning,
  now: Date,
): Promise<EarlierRefusal | null> {
  const { id, personId, startsOn, endsOn } = deployment;
  const overlap = await overlapOf(tx, { personId, startsOn: on, endsOn, exceptId: id });
  if (overlap) return overlap;
  const means = await lockBudget(tx, deployment.programme.id);
  const cost = (from: string) => monthlyCost(opening.entitlements, { from, until: endsOn }, means.currency);
  const needed = cost(on) - cost(startsOn);
  const short = budgetShort(means, needed);
  if (short) return { refusal: 'budget-exhausted', ...short };
  deployment.startsOn = on;
  deployment.committedMinor += needed;
  const changes = [{ field: 'startsOn', from: startsOn, to: on }];
  audit(tx, { ...act, onBehalfOfId: personId, subjectId: id, changes }, now);
  return null;
}
