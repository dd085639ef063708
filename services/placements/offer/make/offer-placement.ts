import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { dayIn, startOf } from '../../../shared/text/day.rules.ts';
import { ApplicationStatus, applicationTransitions } from '../../application/application.rules.ts';
import { moveApplication } from '../../application/move-application.ts';
import { ClearanceStage } from '../../clearance/clearance.rules.ts';
import { clearancesOutstanding } from '../../clearance/known-clearances.ts';
import { overlapOf } from '../../deployment/overlap.ts';
import { HostOrganisation } from '../../host-organisation/host-organisation.entity.ts';
import { isAccredited, statusOn } from '../../host-organisation/host-organisation.rules.ts';
import type { Opening } from '../../opening/opening.entity.ts';
import { budgetShort, lockBudget } from '../../programme/lock-budget.ts';
import { ProgrammeStatus } from '../../programme/programme.rules.ts';
import { lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Positions, Refused } from '../../selection/refusal/refusal.rules.ts';
import { isSelecting } from '../../selection/selection.rules.ts';
import { costOf } from '../cost.rules.ts';
import { Offer } from '../offer.entity.ts';
import { OfferStatus, offerExpiry } from '../offer.rules.ts';

export interface OfferPlacement {
  /** Who runs placements. */
  readonly viewer: Viewer & { readonly personId: string };
  readonly idempotencyKey: string | null;
  readonly applicationId: string;
  readonly expiresAt: Date | null;
  readonly expectedVersion: number | null;
}

export type OfferPlacementOutcome =
  | { readonly applicationId: string }
  | Refused<
      | 'application-not-found'
      | 'version-conflict'
      | 'invalid-transition'
      | 'selection-closed'
      | 'expiry-out-of-bounds'
      | 'terms-not-confirmed'
      | 'clearances-outstanding'
      | 'host-not-accredited'
      | 'overlapping-deployment'
      | 'positions-exhausted'
      | 'programme-not-open'
      | 'budget-exhausted'
      | 'idempotency-key-reused'
    >;

const { OFFERED } = ApplicationStatus;

/**
 * Offers a placement: it holds a position of the opening, and what it costs of the programme's budget, until it is
 * answered or its time is over.
 */
export function offerPlacement(em: EntityManager, command: OfferPlacement, now: Date): Promise<OfferPlacementOutcome> {
  const { viewer, idempotencyKey: key, applicationId, expiresAt, expectedVersion } = command;
  const input = { applicationId, expiresAt: expiresAt?.toISOString() ?? null, expectedVersion };
  return em.transactional((tx) =>
    once<OfferPlacementOutcome>(tx, { actorId: viewer.personId, operation: 'offerPlacement', key, input }, now, () =>
      offer(tx, command, now),
    ),
  );
}

async function offer(tx: EntityManager, command: OfferPlacement, now: Date): Promise<OfferPlacementOutcome> {
  const { viewer, applicationId, expectedVersion } = command;
  const locked = await lockForChoosing(tx, viewer, applicationId);
  if ('refusal' in locked) return locked;
  const { application, opening, actor } = locked;
  const { startsOn, endsOn } = opening;
  const { status: from, version: currentVersion, termsVersion } = application;
  if (expectedVersion !== null && expectedVersion !== currentVersion) {
    return { refusal: 'version-conflict', currentVersion };
  }
  const allowed = transitionsFrom(applicationTransitions, from, actor);
  if (!allowed.includes(OFFERED)) return { refusal: 'invalid-transition', from, to: OFFERED, allowed };
  const startsAt = startOf(opening.startsOn, opening.timeZone);
  if (!isSelecting(opening.status) || startsAt <= now) {
    return { refusal: 'selection-closed', status: opening.status, startsOn: opening.startsOn };
  }
  const expiry = offerExpiry(command.expiresAt, startsAt, now);
  if ('problem' in expiry) return { refusal: 'expiry-out-of-bounds', problem: expiry.problem };
  if (termsVersion < opening.termsVersion) {
    return { refusal: 'terms-not-confirmed', termsVersion, currentTermsVersion: opening.termsVersion };
  }
  const stages = [ClearanceStage.BEFORE_HOST, ClearanceStage.BEFORE_OFFER];
  const missing =
    (await clearancesOutstanding(tx, application, opening, stages, now)) ??
    (await hostNotAccredited(tx, opening, now)) ??
    (await overlapOf(tx, { personId: application.personId, startsOn, endsOn, exceptId: null })) ??
    (await positionsExhausted(tx, opening.id));
  if (missing) return missing;
  const means = await meansFor(tx, opening);
  if ('refusal' in means) return means;

  const { personId: actorId } = viewer;
  const id = newId('offer');
  const { expiresAt } = expiry;
  tx.create(Offer, {
    id,
    application,
    opening,
    status: OfferStatus.OPEN,
    committedMinor: means.needed,
    offeredAt: now,
    offeredById: actorId,
    expiresAt,
    endedAt: null,
  });
  const changes = [
    { field: 'status', from: null, to: OfferStatus.OPEN },
    { field: 'expiresAt', from: null, to: expiresAt.toISOString() },
  ];
  const act = { actorId, command: 'offerPlacement' };
  audit(tx, { ...act, onBehalfOfId: application.personId, subjectId: id, changes }, now);
  await moveApplication(tx, application, { ...act, to: OFFERED }, now);
  return { applicationId };
}

async function hostNotAccredited(
  tx: EntityManager,
  { hostOrganisation, startsOn, endsOn }: Opening,
  now: Date,
): Promise<Refused<'host-not-accredited'> | null> {
  const host = await tx.findOneOrFail(HostOrganisation, hostOrganisation.id, { refresh: true });
  const today = dayIn(host.timeZone, now);
  if (isAccredited(host, { from: startsOn, until: endsOn }, today)) return null;
  const validUntil = host.accreditationValidUntil ?? null;
  return { refusal: 'host-not-accredited', status: statusOn(host, today), validUntil, neededUntil: endsOn };
}

async function positionsExhausted(
  tx: EntityManager,
  openingId: string,
): Promise<Refused<'positions-exhausted'> | null> {
  const [positions] = await tx.execute<Positions[]>(
    'select total, offered, filled, free from opening_positions where opening_id = ?',
    [openingId],
  );
  if (!positions) throw new Error(`nobody counts the positions of ${openingId}`);
  return positions.free > 0 ? null : { refusal: 'positions-exhausted', positions };
}

/** What the placement costs its programme, which stays locked: offers in its other openings wait. */
async function meansFor(
  tx: EntityManager,
  opening: Opening,
): Promise<{ readonly needed: number } | Refused<'programme-not-open' | 'budget-exhausted'>> {
  const means = await lockBudget(tx, opening.programme.id);
  if (means.status !== ProgrammeStatus.OPEN) return { refusal: 'programme-not-open', status: means.status };
  if (means.budget === null) return { needed: 0 };
  const needed = costOf(opening.entitlements, opening, means.currency);
  const short = budgetShort(means, needed);
  return short ? { refusal: 'budget-exhausted', ...short } : { needed };
}
