import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Erasure } from './erasure.entity.ts';

export interface RequestErasure {
  readonly actorId: string;
  readonly personId: string;
  readonly idempotencyKey: string | null;
  /** An administrator's words, kept in the audit trail. Those of the person themself are not kept. */
  readonly reason: string | null;
  /** Who must answer before the erasure is done. */
  readonly services: readonly string[];
}

export type RequestErasureOutcome =
  | { readonly erasureId: string }
  | { readonly refusal: 'person-not-found' | 'last-administrator' | 'idempotency-key-reused' };

/**
 * Asks every service to erase a person. Asked again, it is the same erasure.
 *
 * The last administrator is not erased. Administrators who leave at the same moment are decided one by one.
 */
export function requestErasure(em: EntityManager, command: RequestErasure, now: Date): Promise<RequestErasureOutcome> {
  const { actorId, personId, idempotencyKey, reason } = command;
  return em.transactional((tx) =>
    once<RequestErasureOutcome>(
      tx,
      { actorId, operation: 'requestErasure', key: idempotencyKey, input: { personId, reason } },
      now,
      () => request(tx, command, now),
    ),
  );
}

async function request(tx: EntityManager, command: RequestErasure, now: Date): Promise<RequestErasureOutcome> {
  const { actorId, personId, reason, services } = command;
  const people = await tx.execute('select from person where id = ? for update', [personId]);
  const earlier = await tx.findOne(Erasure, { personId });
  if (earlier) return { erasureId: earlier.id };
  if (people.length === 0) return { refusal: 'person-not-found' };
  if (await isLastAdministrator(tx, personId, now)) return { refusal: 'last-administrator' };

  const { id } = tx.create(Erasure, { id: newId('erasure'), personId, requestedAt: now, requestedById: actorId });
  await tx.flush();
  await tx.execute('insert into erasure_receipt (erasure_id, service) select ?, jsonb_array_elements_text(?::jsonb)', [
    id,
    JSON.stringify(services),
  ]);
  const onBehalf = actorId !== personId;
  audit(
    tx,
    {
      actorId,
      command: 'requestErasure',
      subjectId: personId,
      changes: [],
      onBehalfOfId: onBehalf ? personId : null,
      reason: onBehalf ? reason : null,
    },
    now,
  );
  publish(tx, 'ErasureRequested', { erasureId: id, personId }, now);
  return { erasureId: id };
}

/** Administrators whose erasure is under way do not count. Holds the lock on all of their grants until commit. */
async function isLastAdministrator(tx: EntityManager, personId: string, now: Date): Promise<boolean> {
  const inForce = `role = 'ADMINISTRATOR' and revoked_at is null and (until is null or until > ?)`;
  await tx.execute(`select from role_grant where ${inForce} order by id for update`, [now]);
  // A statement of its own: what others have committed while this one waited is seen by it.
  const administrators = await tx.execute<{ person_id: string }[]>(
    `select distinct person_id from role_grant
     where ${inForce} and not exists (select from erasure where erasure.person_id = role_grant.person_id)`,
    [now],
  );
  return administrators.length === 1 && administrators[0]?.person_id === personId;
}
