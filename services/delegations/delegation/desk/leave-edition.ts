import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { DelegationStatus } from '../delegation.rules.ts';
import {
  type DelegationAct,
  lockDelegation,
  type NoDelegation,
  type NoStep,
  stepRefusal,
  takeStep,
} from '../lock-delegation.ts';
import type { Leaving } from './desk.rules.ts';

export interface LeaveEdition extends DelegationAct {
  readonly to: Leaving;
  /** Checked already. */
  readonly reason: string | null;
}

export type LeaveEditionOutcome = { readonly delegationId: string } | NoDelegation | NoStep;

/** A delegation does not come: the invitation is declined, or the delegation withdrawn later. */
export function leaveEdition(em: EntityManager, command: LeaveEdition, now: Date): Promise<LeaveEditionOutcome> {
  const { viewer, to, reason } = command;
  const actorId = personOf(viewer);
  return em.transactional(async (tx) => {
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const refusal = stepRefusal(delegation, to);
    if (refusal) return refusal;
    const name = to === DelegationStatus.DECLINED ? 'declineInvitation' : 'withdrawDelegation';
    await takeStep(tx, delegation, to, { actorId, command: name, reason }, now);
    return { delegationId: delegation.id };
  });
}
