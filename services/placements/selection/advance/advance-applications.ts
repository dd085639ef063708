import type { EntityManager } from '@mikro-orm/postgresql';
import { type AdvanceApplication, type AdvanceApplicationOutcome, advanceApplication } from './advance-application.ts';

/** How many applications are advanced at once. */
export const ADVANCES_LIMIT = 100;

export interface AdvanceApplications extends Omit<AdvanceApplication, 'applicationId' | 'expectedVersion'> {
  /** Each at most once. */
  readonly applicationIds: readonly string[];
}

export interface AdvancedRow {
  readonly applicationId: string;
  readonly outcome: AdvanceApplicationOutcome;
}

/** Takes several applications the same step, each for itself: one that is refused holds up no other. In the given order. */
export async function advanceApplications(
  em: EntityManager,
  { applicationIds, ...step }: AdvanceApplications,
  now: Date,
): Promise<AdvancedRow[]> {
  const rows: AdvancedRow[] = [];
  for (const applicationId of applicationIds) {
    const command = { ...step, applicationId, expectedVersion: null };
    rows.push({ applicationId, outcome: await advanceApplication(em.fork(), command, now) });
  }
  return rows;
}
