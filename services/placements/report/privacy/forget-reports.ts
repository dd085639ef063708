import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { ErasureRequest } from '../../../shared/privacy/erase-when-asked.ts';

/**
 * Takes away the reports of an erased person's service that were not accepted: nobody is left who could hand them in, or
 * whom they are about. Accepted ones and incidents stay without a word.
 */
export async function forgetReports(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<void> {
  const gone = await tx.execute<{ id: string; state: string }[]>(
    `delete from duty_report where person_id = ? and state <> 'ACCEPTED' and kind <> 'INCIDENT' returning id, state`,
    [personId],
  );
  const act = { actorId: null, command: 'erasePerson' };
  await auditEach(
    tx,
    gone.map(({ id, state }) => ({ ...act, subjectId: id, changes: [{ field: 'state', from: state, to: null }] })),
    now,
  );
}
