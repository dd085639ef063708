import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { DelegationStatus } from '../../delegation/delegation.rules.ts';
import { tellReserve } from '../../delegation/reserve/tell-reserve.ts';
import { endNomination } from '../end-nomination.ts';
import { lockDelegation } from '../lock-nominations.ts';
import { Nomination } from '../nomination.entity.ts';
import { INACTIVE, NominationStatus } from '../nomination.rules.ts';

const Changed = z.object({ delegationId: z.string() });

/** Delegations of which nobody comes. */
const LEFT: readonly DelegationStatus[] = [
  DelegationStatus.DECLINED,
  DelegationStatus.WITHDRAWN,
  DelegationStatus.REFUSED,
];

/** A delegation does not come: whomever it has named is withdrawn, and their seats in the forum are free. */
export const noteDelegationLeft: EventHandler = async (tx, { payload }, now) => {
  const { delegationId } = Changed.parse(payload);
  const delegation = await lockDelegation(tx, delegationId);
  if (!delegation || !LEFT.includes(delegation.status)) return;
  const named = await tx.find(Nomination, { delegation, status: { $nin: [...INACTIVE] } }, { orderBy: { id: 'asc' } });
  const to = NominationStatus.WITHDRAWN;
  for (const nomination of named) {
    await endNomination(tx, nomination, { to, actorId: null, command: 'noteDelegationLeft' }, now);
  }
  await tellReserve(tx, [delegationId], now);
};
