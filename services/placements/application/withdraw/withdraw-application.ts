import type { EntityManager } from '@mikro-orm/postgresql';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { endOpenOffer } from '../../offer/end-offer.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { callUpReserve } from '../../selection/reserve/call-up-reserve.ts';
import { ApplicationStatus, applicationTransitions } from '../application.rules.ts';
import { lockApplication, moveApplication } from '../move-application.ts';

export interface WithdrawApplication {
  readonly personId: string;
  readonly applicationId: string;
  readonly expectedVersion: number | null;
  readonly reason: string | null;
}

export type WithdrawApplicationOutcome =
  | { readonly applicationId: string }
  | { readonly refusal: 'application-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: ApplicationStatus;
      readonly allowed: readonly ApplicationStatus[];
    };

const { WITHDRAWN } = ApplicationStatus;

/**
 * Withdraws a person's own application. An offer they hold ends with it, and its position goes to the reserve in the
 * same moment.
 *
 * Withdrawing what is withdrawn already changes nothing.
 */
export function withdrawApplication(
  em: EntityManager,
  { personId, applicationId, expectedVersion, reason }: WithdrawApplication,
  now: Date,
): Promise<WithdrawApplicationOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (locked?.application.personId !== personId) return { refusal: 'application-not-found' };
    const { application } = locked;
    const { status: from, version } = application;
    if (from === WITHDRAWN) return { applicationId };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    const allowed = transitionsFrom(applicationTransitions, from, 'volunteer');
    if (!allowed.includes(WITHDRAWN)) return { refusal: 'invalid-transition', from, allowed };

    const act = { actorId: personId, command: 'withdrawApplication' };
    await endOpenOffer(tx, application, { ...act, status: OfferStatus.DECLINED }, now);
    await moveApplication(tx, application, { ...act, to: WITHDRAWN, reason }, now);
    await callUpReserve(tx, locked.opening, now);
    return { applicationId };
  });
}
