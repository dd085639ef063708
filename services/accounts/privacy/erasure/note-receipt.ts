import type { EventHandler } from '../../../shared/events/event.ts';
import { audit } from '../../../shared/journal/journal.ts';

/**
 * Notes what a service has answered; the first answer stands. With the last one the erasure is completed.
 *
 * Holds the lock on the erasure until commit: of two answers at once, one sees the other.
 */
export const noteReceipt: EventHandler = async (tx, { payload }, now) => {
  const { erasureId, service, outcome, reason, keptUntil } = payload;
  const [erasure] = await tx.execute<{ person_id: string }[]>('select person_id from erasure where id = ? for update', [
    erasureId,
  ]);
  if (!erasure) throw new Error(`there is no erasure ${erasureId}`);
  await tx.execute(
    `update erasure_receipt set outcome = ?, reason = ?, kept_until = ?, settled_at = ?
     where erasure_id = ? and service = ? and outcome is null`,
    [outcome, reason, keptUntil, now, erasureId, service],
  );
  const completed = await tx.execute(
    `update erasure set completed_at = ? where id = ? and completed_at is null
       and not exists (select from erasure_receipt where erasure_id = erasure.id and outcome is null)
     returning id`,
    [now, erasureId],
  );
  if (completed.length === 0) return;
  audit(tx, { actorId: null, command: 'completeErasure', subjectId: erasure.person_id, changes: [] }, now);
};
