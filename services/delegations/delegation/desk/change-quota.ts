import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { QuotaCategory } from '../../nomination/nomination.rules.ts';
import {
  type DelegationAct,
  type DelegationOver,
  lockDelegation,
  type NoDelegation,
  overRefusal,
  raiseVersion,
} from '../lock-delegation.ts';
import { capacityRefusal, type QuotasExceed } from '../reserve/capacity.rules.ts';
import { lockCapacity } from '../reserve/lock-capacity.ts';
import { tellReserve } from '../reserve/tell-reserve.ts';

export interface ChangeQuota extends DelegationAct {
  readonly category: QuotaCategory;
  /** In range; checked already. */
  readonly allocated: number;
}

export type ChangeQuotaOutcome =
  | { readonly delegationId: string }
  | NoDelegation
  | DelegationOver
  | QuotasExceed
  | { readonly refusal: 'quota-below-used'; readonly used: number };

/**
 * Gives a delegation more or fewer places in a category, never fewer than are used, nor more than the edition has seats.
 *
 * Nominations that are made at the same moment queue on the quota's row: whichever comes second sees the first.
 */
export function changeQuota(em: EntityManager, command: ChangeQuota, now: Date): Promise<ChangeQuotaOutcome> {
  const { viewer, category, allocated } = command;
  const actorId = personOf(viewer);
  return em.transactional(async (tx) => {
    const [known] = await tx.execute<{ edition_id: string }[]>('select edition_id from delegation where id = ?', [
      command.delegationId,
    ]);
    const seats = known && (await lockCapacity(tx, known.edition_id));
    const delegation = await lockDelegation(tx, command);
    if ('refusal' in delegation) return delegation;
    const over = overRefusal(delegation);
    if (over) return over;
    const { id: delegationId } = delegation;
    const [present] = await tx.execute<{ allocated: number; used: number }[]>(
      'select allocated, used from quota where delegation_id = ? and category = ? for no key update',
      [delegationId, category],
    );
    if (present && allocated < present.used) return { refusal: 'quota-below-used', used: present.used };
    if (present?.allocated === allocated) return { delegationId };
    const exceeded = seats && capacityRefusal(seats, allocated - (present?.allocated ?? 0));
    if (exceeded) return exceeded;
    await tx.execute(
      `insert into quota (delegation_id, category, allocated) values (?, ?, ?)
       on conflict (delegation_id, category) do update set allocated = excluded.allocated`,
      [delegationId, category, allocated],
    );
    await raiseVersion(tx, delegation);
    const changes = [{ field: `quota.${category}`, from: present?.allocated ?? null, to: allocated }];
    audit(tx, { actorId, command: 'changeQuota', subjectId: delegationId, changes }, now);
    publish(tx, 'QuotaChanged', { delegationId, category, allocated }, now);
    await tellReserve(tx, [delegationId], now);
    return { delegationId };
  });
}
