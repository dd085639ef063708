import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../shared/text/day.rules.ts';
import type { Application } from '../application/application.entity.ts';
import type { Opening } from '../opening/opening.entity.ts';
import type { Refused } from '../selection/refusal/refusal.rules.ts';
import { Clearance } from './clearance.entity.ts';
import type { ClearanceStage, RecordedClearance } from './clearance.rules.ts';
import { outstandingAt } from './standing.rules.ts';

/** The refusal where a clearance that some stages ask for has not passed; null where all have. Under the opening's lock. */
export async function clearancesOutstanding(
  tx: EntityManager,
  application: Application,
  opening: Opening,
  stages: readonly ClearanceStage[],
  now: Date,
): Promise<Refused<'clearances-outstanding'> | null> {
  const outstanding = outstandingAt(stages, {
    required: opening.clearances,
    recorded: await recordedFor(tx, application.id),
    service: opening,
    today: dayIn(opening.timeZone, now),
  });
  return outstanding.length > 0 ? { refusal: 'clearances-outstanding', outstanding } : null;
}

async function recordedFor(tx: EntityManager, applicationId: string): Promise<RecordedClearance[]> {
  const rows = await tx.find(Clearance, { applicationId }, { refresh: true });
  return rows.map(({ kind, status, validUntil = null }) => ({ kind, status, validUntil }));
}
