import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { Application } from '../../application/application.entity.ts';
import { ACTIVE, ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';
import { lockPlacing } from '../../application/lock-person.ts';
import { moveApplication } from '../../application/move-application.ts';
import { againOnOverlap } from '../../deployment/again-on-overlap.ts';
import { overlapOf, type PlannedService } from '../../deployment/overlap.ts';
import { lockOpening } from '../../opening/move-opening.ts';
import type { Opening } from '../../opening/opening.entity.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { isSelecting } from '../../selection/selection.rules.ts';
import { endOffer, endOpenOffer } from '../end-offer.ts';
import { Offer } from '../offer.entity.ts';
import { OfferStatus } from '../offer.rules.ts';
import { makeDeployment } from './make-deployment.ts';
import { notOpen } from './not-open.rules.ts';

export interface AcceptPlacement {
  /** To whom the placement is offered. */
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly offerId: string;
}

export type AcceptPlacementOutcome =
  | { readonly deploymentId: string; readonly withdrawnIds: readonly string[] }
  | Refused<
      | 'offer-not-found'
      | 'offer-expired'
      | 'offer-ended'
      | 'selection-closed'
      | 'terms-not-confirmed'
      | 'overlapping-deployment'
      | 'idempotency-key-reused'
    >;

const command = 'acceptPlacement';

/**
 * Accepts an offer: the volunteer has a deployment to prepare for, and their other applications are withdrawn, whose
 * places go to the reserves.
 *
 * All in one transaction, which holds the openings of all the person's applications. The database refuses a second
 * deployment on the same days, whoever makes it at that moment.
 */
export function acceptPlacement(em: EntityManager, asked: AcceptPlacement, now: Date): Promise<AcceptPlacementOutcome> {
  const { actorId, idempotencyKey: key, offerId } = asked;
  return againOnOverlap(em, (tx) =>
    once<AcceptPlacementOutcome>(tx, { actorId, operation: command, key, input: { offerId } }, now, () =>
      accept(tx, asked, now),
    ),
  );
}

async function accept(
  tx: EntityManager,
  { actorId, offerId }: AcceptPlacement,
  now: Date,
): Promise<AcceptPlacementOutcome> {
  await lockPlacing(tx, actorId);
  const known = await tx.findOne(Offer, offerId, { populate: ['application'] });
  if (known?.application.getEntity().personId !== actorId) return { refusal: 'offer-not-found' };
  const openings = await lockOpeningsOf(tx, actorId, known.opening.id);
  const applications = await tx.find(
    Application,
    { $or: [{ id: known.application.id }, { personId: actorId, status: { $in: [...ACTIVE] } }] },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const offer = await tx.findOneOrFail(Offer, offerId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  const application = applications.find(({ id }) => id === offer.application.id);
  const opening = openings.get(offer.opening.id);
  if (!application || !opening) throw new Error(`the offer ${offerId} has lost what it is for`);
  const refusal =
    notOpen(offer, application.status, now) ??
    notOnTheseTerms(application, opening) ??
    (await overlapOf(tx, service(actorId, opening)));
  if (refusal) return refusal;

  const act = { actorId, command };
  await endOffer(tx, offer, { ...act, status: OfferStatus.ACCEPTED }, now);
  await moveApplication(tx, application, { ...act, to: ApplicationStatus.ACCEPTED }, now);
  const deploymentId = await makeDeployment(tx, { application, opening, offer }, act, now);
  const others = applications.filter(
    ({ id, status, opening: { id: openingId } }) =>
      id !== application.id && status !== ApplicationStatus.ACCEPTED && openings.has(openingId),
  );
  for (const other of others) {
    await endOpenOffer(tx, other, { ...act, status: OfferStatus.DECLINED }, now);
    const outcome = ApplicationOutcome.PLACED_ELSEWHERE;
    await moveApplication(tx, other, { ...act, to: ApplicationStatus.WITHDRAWN, outcome }, now);
    const left = openings.get(other.opening.id);
    if (left) await callUpReserve(tx, left, now);
  }
  return { deploymentId, withdrawnIds: others.map(({ id }) => id) };
}

/** The openings a person has active applications in, and one more, under lock in one order with their programmes. */
async function lockOpeningsOf(tx: EntityManager, personId: string, openingId: string): Promise<Map<string, Opening>> {
  const active = await tx.execute<{ opening_id: string }[]>(
    'select distinct opening_id from application where person_id = ? and status in (?)',
    [personId, [...ACTIVE]],
  );
  const ids = new Set([openingId, ...active.map((row) => row.opening_id)]);
  const openings = new Map<string, Opening>();
  for (const id of [...ids].sort()) {
    const opening = await lockOpening(tx, id);
    if (opening) openings.set(id, opening);
  }
  // What is committed is counted there as offers end, in whatever order.
  await tx.execute(
    `select id from programme where id in (select programme_id from opening where id in (?)) order by id for update`,
    [[...ids]],
  );
  return openings;
}

function notOnTheseTerms(
  { termsVersion }: Application,
  opening: Opening,
): Refused<'selection-closed' | 'terms-not-confirmed'> | null {
  const { status, startsOn, termsVersion: currentTermsVersion } = opening;
  if (!isSelecting(status)) return { refusal: 'selection-closed', status, startsOn };
  return termsVersion < currentTermsVersion
    ? { refusal: 'terms-not-confirmed', termsVersion, currentTermsVersion }
    : null;
}

/** What somebody who accepts takes on. */
function service(personId: string, { startsOn, endsOn }: Opening): PlannedService {
  return { personId, startsOn, endsOn, exceptId: null };
}
