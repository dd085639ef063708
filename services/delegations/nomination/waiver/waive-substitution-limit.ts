import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { isComing } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { keysOf } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { isLimited } from './waiver.rules.ts';

export interface WaiveSubstitutionLimit {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly nominationId: string;
  /** Checked already. */
  readonly reason: string;
  /** Whether the actor decides about nominations of an edition. */
  readonly mayWaive: (editionId: string) => boolean;
}

export type WaiveSubstitutionLimitOutcome =
  | { readonly nominationId: string }
  | { readonly refusal: 'nomination-not-found' | 'substitution-not-limited' | 'idempotency-key-reused' }
  | Closed;

/**
 * Allows one more substitution of, or by, somebody who has used up theirs in the edition. Waiving what is waived already
 * changes nothing.
 */
export function waiveSubstitutionLimit(
  em: EntityManager,
  { actorId, idempotencyKey: key, nominationId, reason, mayWaive }: WaiveSubstitutionLimit,
  now: Date,
): Promise<WaiveSubstitutionLimitOutcome> {
  const operation = { actorId, operation: 'waiveSubstitutionLimit', key, input: { nominationId, reason } };
  return em.transactional((tx) =>
    once<WaiveSubstitutionLimitOutcome>(tx, operation, now, async () => {
      const locked = await lockNomination(tx, nominationId);
      if (!locked || !mayWaive(locked.delegation.editionId)) return { refusal: 'nomination-not-found' };
      const { nomination, delegation } = locked;
      const { substitution: closesAt, timeZone } = await deadlinesOf(tx, delegation.editionId);
      const closed = closedRefusal(delegation.status, { closesAt, timeZone }, isComing, now);
      if (closed) return closed;
      const { status, replacesId = null } = nomination;
      if (!isLimited({ status, replacesId })) return { refusal: 'substitution-not-limited' };
      const id = newId('substitution_waiver');
      const granted = await tx.execute(
        `insert into substitution_waiver (id, nomination_id, granted_at) values (?, ?, ?)
         on conflict do nothing returning id`,
        [id, nominationId, now],
      );
      if (granted.length === 0) return { nominationId };
      const changes = [{ field: 'substitutionWaiver', from: null, to: id }];
      audit(tx, { actorId, command: 'waiveSubstitutionLimit', subjectId: nominationId, changes, reason }, now);
      publish(tx, 'SubstitutionLimitWaived', keysOf(nomination), now);
      return { nominationId };
    }),
  );
}
