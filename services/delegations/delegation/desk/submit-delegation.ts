import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import { EditionCalendar } from '../edition-calendar/edition-calendar.entity.ts';
import { hasPassed } from '../edition-calendar/edition-calendar.rules.ts';
import {
  type DelegationAct,
  lockDelegation,
  type NoDelegation,
  type NoStep,
  stepRefusal,
  takeStep,
} from '../lock-delegation.ts';

export type SubmitDelegationOutcome =
  | { readonly delegationId: string }
  | NoDelegation
  | NoStep
  | { readonly refusal: 'head-missing' }
  | { readonly refusal: 'submission-closed'; readonly closedAt: string };

/**
 * Hands a delegation in, to have its credentials checked. It has a head by then, and the deadline for credentials has not
 * passed.
 *
 * The database holds one active head at most.
 */
export function submitDelegation(
  em: EntityManager,
  command: DelegationAct,
  now: Date,
): Promise<SubmitDelegationOutcome> {
  const actorId = personOf(command.viewer);
  return em.transactional(async (tx) => {
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const { id: delegationId, editionId } = delegation;
    const to = DelegationStatus.SUBMITTED;
    const refusal = stepRefusal(delegation, to);
    if (refusal) return refusal;
    const edition = await tx.findOne(EditionCalendar, editionId);
    const closesAt = edition?.credentialsCloseAt ?? null;
    if (closesAt && hasPassed(closesAt, now)) {
      return { refusal: 'submission-closed', closedAt: closesAt.toISOString() };
    }
    const heads = await tx.execute(
      `select from nomination where delegation_id = ? and role = 'HEAD' and uses_quota(status) for share`,
      [delegationId],
    );
    if (heads.length !== 1) return { refusal: 'head-missing' };
    await takeStep(tx, delegation, to, { actorId, command: 'submitDelegation' }, now);
    return { delegationId };
  });
}
