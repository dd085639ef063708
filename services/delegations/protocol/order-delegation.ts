import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../shared/access/access.rules.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import {
  type DelegationAct,
  type DelegationOver,
  lockDelegation,
  type NoDelegation,
  overRefusal,
  raiseVersion,
} from '../delegation/lock-delegation.ts';
import { INACTIVE } from '../nomination/nomination.rules.ts';
import { checkOrder, type OrderViolation } from './precedence.rules.ts';

export interface OrderDelegation extends DelegationAct {
  /** All whom the delegation names, in their order; null for the order of roles and time. */
  readonly nominationIds: readonly string[] | null;
}

export type OrderDelegationOutcome =
  | { readonly delegationId: string }
  | NoDelegation
  | DelegationOver
  | { readonly refusal: 'no-order'; readonly violations: readonly OrderViolation[] };

/**
 * Sets the order of the members of a delegation: all it names, each once. The head stays the first. Whoever is named later
 * stands after them, and a successor where the predecessor stood.
 */
export function orderDelegation(
  em: EntityManager,
  command: OrderDelegation,
  now: Date,
): Promise<OrderDelegationOutcome> {
  const { viewer, nominationIds } = command;
  return em.transactional(async (tx) => {
    // Those who name people, withdraw and replace them take the same lock.
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const over = overRefusal(delegation);
    if (over) return over;
    const { id: delegationId, editionId } = delegation;
    const named = await tx.execute<{ id: string }[]>(
      'select id from nomination where delegation_id = ? and status not in (?) order by id for no key update',
      [delegationId, [...INACTIVE]],
    );
    const violations = nominationIds
      ? checkOrder(
          nominationIds,
          named.map(({ id }) => id),
        )
      : [];
    if (violations.length > 0) return { refusal: 'no-order', violations };

    await tx.execute('update nomination set place = null where delegation_id = ? and place is not null', [
      delegationId,
    ]);
    if (nominationIds) {
      await tx.execute(
        `update nomination set place = ordered.place
         from jsonb_array_elements_text(?::jsonb) with ordinality as ordered (id, place)
         where nomination.id = ordered.id`,
        [JSON.stringify(nominationIds)],
      );
    }
    await raiseVersion(tx, delegation);
    const changes = [{ field: 'order', from: null, to: nominationIds?.join(' ') ?? null }];
    audit(tx, { actorId: personOf(viewer), command: 'orderDelegation', subjectId: delegationId, changes }, now);
    publish(tx, 'DelegationOrdered', { delegationId, editionId }, now);
    return { delegationId };
  });
}
