import type { EntityManager } from '@mikro-orm/postgresql';
import type { Application } from '../../application/application.entity.ts';
import { type ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import { ClearanceStage } from '../../clearance/clearance.rules.ts';
import { clearancesOutstanding } from '../../clearance/known-clearances.ts';
import type { Opening } from '../../opening/opening.entity.ts';
import { type Chooser, interestOf, lockForChoosing } from '../lock-for-choosing.ts';
import type { Refused } from '../refusal/refusal.rules.ts';
import { callUpReserve } from '../reserve/call-up-reserve.ts';
import { advancesFrom, goesOn, isSelecting, PLACED, usualOutcome } from '../selection.rules.ts';

export interface AdvanceApplication {
  /** Who runs placements, or an officer of the host it was sent to. */
  readonly viewer: Chooser;
  readonly applicationId: string;
  readonly to: ApplicationStatus;
  /** For NOT_SELECTED; null for the usual one. */
  readonly outcome: ApplicationOutcome | null;
  /** One line for the audit trail. */
  readonly note: string | null;
  readonly expectedVersion: number | null;
}

export type AdvanceRefusal = Refused<
  | 'application-not-found'
  | 'version-conflict'
  | 'invalid-transition'
  | 'conflict-of-interest'
  | 'selection-closed'
  | 'terms-not-confirmed'
  | 'clearances-outstanding'
>;
export type AdvanceApplicationOutcome = { readonly applicationId: string } | AdvanceRefusal;

/**
 * Takes an application a step on in the selection, or ends it there.
 *
 * Whoever has declared a conflict of interest takes no step with that applicant. A place that was meant for somebody who
 * is not selected after all goes to the reserve.
 */
export function advanceApplication(
  em: EntityManager,
  { viewer, applicationId, to, outcome, note, expectedVersion }: AdvanceApplication,
  now: Date,
): Promise<AdvanceApplicationOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockForChoosing(tx, viewer, applicationId);
    if ('refusal' in locked) return locked;
    const { application, opening, actor } = locked;
    const { status: from, version } = application;
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    const allowed = advancesFrom(from, actor);
    if (!allowed.includes(to)) return { refusal: 'invalid-transition', from, to, allowed };
    const interest = await interestOf(tx, applicationId, viewer.personId);
    if (interest?.hasConflict) return { refusal: 'conflict-of-interest' };
    const refusal = goesOn(to) ? await obstacle(tx, application, opening, to, now) : null;
    if (refusal) return refusal;

    if (to === ApplicationStatus.RESERVE) application.rank = await lastRank(tx, opening.id);
    const told = to === ApplicationStatus.NOT_SELECTED ? (outcome ?? usualOutcome(to)) : usualOutcome(to);
    const act = { actorId: viewer.personId, command: 'advanceApplication', reason: note };
    await moveApplication(tx, application, { ...act, to, outcome: told ?? undefined }, now);
    if (!goesOn(to) && PLACED.includes(from)) await callUpReserve(tx, opening, now);
    return { applicationId };
  });
}

async function obstacle(
  tx: EntityManager,
  application: Application,
  opening: Opening,
  to: ApplicationStatus,
  now: Date,
): Promise<Refused<'selection-closed' | 'terms-not-confirmed' | 'clearances-outstanding'> | null> {
  const { status, startsOn, termsVersion: currentTermsVersion } = opening;
  if (!isSelecting(status)) return { refusal: 'selection-closed', status, startsOn };
  const { termsVersion } = application;
  if (termsVersion < currentTermsVersion) return { refusal: 'terms-not-confirmed', termsVersion, currentTermsVersion };
  if (to !== ApplicationStatus.WITH_HOST) return null;
  return clearancesOutstanding(tx, application, opening, [ClearanceStage.BEFORE_HOST], now);
}

/** The place after the last of the reserve. Under the opening's lock. */
async function lastRank(tx: EntityManager, openingId: string): Promise<number> {
  const [row] = await tx.execute<{ rank: number }[]>(
    `select coalesce(max(rank), 0) + 1 as rank from application where opening_id = ? and status = 'RESERVE'`,
    [openingId],
  );
  return row?.rank ?? 1;
}
