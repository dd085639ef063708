import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach, publishEach } from '../../shared/journal/journal-in-bulk.ts';
import { moveAll } from '../../shared/journal/move-all.ts';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import { DeedStatus } from '../campaign/deed/deed.rules.ts';

/** Ends an erased person's part in projects, and withdraws deeds that nobody has decided about. */
export async function settleVolunteer(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<null> {
  const left = await tx.execute<{ id: string; project_id: string }[]>(
    'update participation set left_at = ? where person_id = ? and left_at is null returning id, project_id',
    [now, personId],
  );
  const changes = [{ field: 'leftAt', from: null, to: now.toISOString() }];
  const acts = left.map(({ id }) => ({ actorId: null, command: 'leaveProject', subjectId: id, changes }));
  await auditEach(tx, acts, now);
  const events = left.map(({ id, project_id: projectId }) => ({ participationId: id, projectId, personId }));
  await publishEach(tx, 'ProjectLeft', events, now);
  await moveAll(
    tx,
    {
      table: 'deed',
      where: 'filed_by_id = ?',
      values: [personId],
      from: [DeedStatus.FILED],
      to: DeedStatus.WITHDRAWN,
      actorId: null,
      command: 'withdrawDeed',
      event: 'DeedMoved',
      keys: { deedId: 'id', campaignId: 'campaign_id' },
    },
    now,
  );
  return null;
}
