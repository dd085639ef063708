import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { DelegationStatus } from '../../delegation/delegation.rules.ts';
import {
  type DelegationAct,
  lockDelegation,
  type NoDelegation,
  type NoStep,
  stepRefusal,
  takeStep,
} from '../../delegation/lock-delegation.ts';
import type { Postage } from '../../nomination/nominee/tell-nominees.ts';
import { tellDelegation } from '../tell-decision.ts';
import { DelegationDecision, delegationAfter } from './delegation-decision.rules.ts';

export type ReviewDelegationOutcome =
  | { readonly delegationId: string }
  | NoDelegation
  | NoStep
  | { readonly refusal: 'four-eyes-required' };

/** An officer takes up the credentials of a delegation that was handed in. Its own focal points leave that to others. */
export function reviewDelegation(
  em: EntityManager,
  command: DelegationAct,
  now: Date,
): Promise<ReviewDelegationOutcome> {
  const actorId = personOf(command.viewer);
  return em.transactional(async (tx) => {
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const to = DelegationStatus.CREDENTIALS_REVIEW;
    const refusal = stepRefusal(delegation, to);
    if (refusal) return refusal;
    if (delegation.actors.includes('focal-point')) return { refusal: 'four-eyes-required' };
    await takeStep(tx, delegation, to, { actorId, command: 'reviewDelegation' }, now);
    return { delegationId: delegation.id };
  });
}

export interface DecideDelegation extends DelegationAct {
  readonly decision: DelegationDecision;
  /** Checked already. */
  readonly note: string | null;
}

export type DecideDelegationOutcome =
  | ReviewDelegationOutcome
  | { readonly refusal: 'nominations-open'; readonly nominationIds: readonly string[] };

/**
 * Decides about a delegation as a whole, and has its focal points told.
 *
 * It is accredited once everybody whom it names, and who has not left, is approved; admitted provisionally before. What
 * is returned is handed in anew. Of one that is refused, everybody is withdrawn.
 */
export function decideDelegation(
  em: EntityManager,
  postage: Postage,
  command: DecideDelegation,
  now: Date,
): Promise<DecideDelegationOutcome> {
  const { viewer, decision, note } = command;
  const actorId = personOf(viewer);
  return em.transactional(async (tx) => {
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const { id: delegationId, countryCode } = delegation;
    const to = delegationAfter(decision);
    const refusal = stepRefusal(delegation, to);
    if (refusal) return refusal;
    if (delegation.actors.includes('focal-point')) return { refusal: 'four-eyes-required' };
    if (decision === DelegationDecision.ACCREDIT) {
      const open = await openNominations(tx, delegationId);
      if (open.length > 0) return { refusal: 'nominations-open', nominationIds: open };
    }
    await tx.execute(
      `insert into delegation_credentials (delegation_id, decision, note, decided_at) values (?, ?, ?, ?)
       on conflict (delegation_id) do update
       set decision = excluded.decision, note = excluded.note, decided_at = excluded.decided_at`,
      [delegationId, decision, note, now],
    );
    await takeStep(tx, delegation, to, { actorId, command: 'decideDelegation' }, now);
    await tellDelegation(tx, postage, { delegationId, countryCode, decision }, now);
    return { delegationId };
  });
}

/** Active nominations that nobody has approved yet. Whoever changes one waits for the delegation's lock. */
async function openNominations(tx: EntityManager, delegationId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select id from nomination where delegation_id = ? and uses_quota(status) and status <> 'APPROVED' order by id`,
    [delegationId],
  );
  return rows.map(({ id }) => id);
}
